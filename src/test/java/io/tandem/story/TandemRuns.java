package io.tandem.story;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * The demo as its users meet it: all of Tandem, on a port of its own, with a database in memory. Every test that says
 * this shares one start.
 */
@ContextConfiguration(initializers = {FolderOfItsOwn.class, OtherSystem.Connected.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "tandem.demo=true",
            // The bot learns while the first test runs: on a busy machine that takes its time.
            "tandem.bot.time-limit=55s",
            "tandem.limits.posts-per-minute=100000",
            "tandem.limits.sign-ins-per-minute=100000",
            "tandem.chat.origins=http://shop.example",
            // Spring Boot exports no figures in tests unless they are asked for.
            "management.prometheus.metrics.export.enabled=true",
            // Another, empty database: -Dtandem.test.database=jdbc:postgresql://... -Dtandem.test.user=...
            // -Dtests.jvms=1
            "spring.datasource.url=${tandem.test.database:jdbc:h2:mem:tandem;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000}",
            "spring.datasource.username=${tandem.test.user:sa}"
        })
public @interface TandemRuns {}
