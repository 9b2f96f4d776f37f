package io.tandem.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

/** Whoever starts Tandem hears once how to get in, be they a person at the console or a program that reads lines. */
@ExtendWith(OutputCaptureExtension.class)
class GreetingTest {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(Greeting.class);

    private final MockEnvironment environment = new MockEnvironment();

    @AfterEach
    void logAsBefore() {
        LOG.setLevel(null);
    }

    @Test
    void peopleReadItInABox(CapturedOutput console) {
        greet();

        assertThat(linesOf(console))
                .contains("  Tandem is ready.", "  The first admin: user admin, password abc (shown only this once)");
        assertThat(console.getOut()).contains("-----").doesNotContain("INFO", "WARN");
    }

    @Test
    void programsReadLinesOfTheLog(CapturedOutput console) {
        environment.setProperty("logging.structured.format.console", "ecs");
        LOG.setLevel(Level.INFO);

        greet();

        assertThat(linesOf(console))
                .allMatch(line -> line.contains("INFO") || line.contains("WARN"))
                .hasSize(6);
        assertThat(console.getOut()).containsOnlyOnce("password abc").doesNotContain("-----");
    }

    @Test
    void thePasswordIsToldEvenIfTheLogIsSilent(CapturedOutput console) {
        environment.setProperty("logging.structured.format.console", "ecs");
        LOG.setLevel(Level.ERROR);

        greet();

        assertThat(console.getOut()).containsOnlyOnce("password abc").doesNotContain("Tandem is ready");
    }

    private void greet() {
        var greeting = new Greeting(environment);
        greeting.tellAdmin("abc");
        greeting.greet();
    }

    private static List<String> linesOf(CapturedOutput console) {
        return console.getOut().lines().toList();
    }
}
