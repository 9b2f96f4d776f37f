package io.tandem;

import io.tandem.bot.EvaluateCommand;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Tandem: the engine, the pages and the API in one program; or one of its commands, which need none of them. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Tandem {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(EvaluateCommand.NAME)) {
            System.exit(EvaluateCommand.run(List.of(args).subList(1, args.length), System.out, System.err));
        }
        SpringApplication.run(Tandem.class, args);
    }
}
