package io.tandem.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A node is told to stop in the middle of its work. */
class EndsBesideOthersTest {

    private static final Duration TAKES = Duration.ofSeconds(1);
    private static final int MANY = 6;

    @Test
    void itEndsAfterTheSlowestNotAfterAllTogether() {
        var ended = new AtomicInteger();
        var node = new AnnotationConfigApplicationContext();
        for (int i = 0; i < MANY; i++) node.registerBean("work" + i, Work.class, () -> new Work(ended));
        node.refresh();

        var told = System.nanoTime();
        node.close();

        assertThat(Duration.ofNanos(System.nanoTime() - told)).isLessThan(TAKES.multipliedBy(MANY - 2));
        assertThat(ended).hasValue(MANY);
    }

    /** Whoever waits in its own stop() would make the others wait, too. */
    @Test
    void whoeverWaitsForItsWorkDoesSoBesideTheOthers() {
        var waiting = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.tandem").stream()
                        .filter(type -> type.isAssignableTo(EndsBesideOthers.class) && !type.isInterface())
                        .map(type -> type.getSimpleName())
                        .filter(name -> !name.equals(Work.class.getSimpleName()));

        assertThat(waiting)
                .containsExactlyInAnyOrder(
                        "LastJobs", "Dispatcher", "MailSorting", "Watches", "TelegramPoller", "InBackground");
    }

    static final class Work implements EndsBesideOthers {

        private final AtomicInteger ended;
        private volatile boolean running;

        Work(AtomicInteger ended) {
            this.ended = ended;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            try {
                Thread.sleep(TAKES.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            ended.incrementAndGet();
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
