package io.tandem;

import ch.qos.logback.classic.Level;
import io.tandem.bot.EvaluateCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Tandem: the engine, the pages and the API in one program; or one of its commands, which need none of them. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Tandem {

    private static final Map<String, Command> COMMANDS =
            Map.of(EvaluateCommand.NAME, EvaluateCommand::run, CheckCommand.NAME, CheckCommand::run);

    private interface Command {

        /** @return the exit code */
        int run(List<String> arguments, PrintStream out, PrintStream errors);
    }

    public static void main(String[] args) {
        var command = args.length == 0 ? null : COMMANDS.get(args[0]);
        if (command != null) {
            quieten();
            System.exit(command.run(
                    List.of(args).subList(1, args.length), utf8(FileDescriptor.out), utf8(FileDescriptor.err)));
        }
        SpringApplication.run(Tandem.class, args);
    }

    /** Only what goes wrong is worth a line between the answers. */
    private static void quieten() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    /** Names in diagrams have umlauts, whatever the machine is set to. */
    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
