package io.tandem.node;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.annotation.Scheduled;

/** What is due by the clock, and who waits for whom. */
class ClockworkTest {

    private static final List<JavaMethod> SCHEDULED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.tandem").stream()
                    .flatMap(type -> type.getMethods().stream())
                    .filter(method -> method.isAnnotatedWith(Scheduled.class))
                    .filter(method -> !method.getOwner().getName().startsWith(ClockworkTest.class.getName()))
                    .toList();

    private final ApplicationContextRunner node = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class))
            .withUserConfiguration(Clockwork.class, ALongNight.class, SafetyNets.class);

    /** Cleaning until the morning, a copy of a large database, three months of steps: no customer waits for their end. */
    @Test
    void whatTakesLongHoldsUpNothingAndNobody() {
        node.run(tandem -> {
            var night = tandem.getBean(ALongNight.class);
            try {
                await().until(() -> night.begun.get() == Clockwork.THREADS);
                var looks = tandem.getBean(SafetyNets.class).looks;
                var before = looks.get();
                await().until(() -> looks.get() > before + 3);
                assertThat(night.begun).as("none met itself").hasValue(Clockwork.THREADS);
            } finally {
                night.morning.countDown();
            }
        });
    }

    @Test
    void oneThatHangsHoldsUpNoneOfTheOthers() {
        node.withUserConfiguration(Hangs.class).run(tandem -> {
            var hangs = tandem.getBean(Hangs.class);
            try {
                await().until(() -> hangs.begun.get() > 0);
                var looks = tandem.getBean(SafetyNets.class).looks;
                var before = looks.get();
                await().until(() -> looks.get() > before + 3);
            } finally {
                hangs.end.countDown();
                tandem.getBean(ALongNight.class).morning.countDown();
            }
        });
    }

    @Test
    void eachPieceOfLongWorkHasAThread() {
        var longWork = SCHEDULED.stream()
                .filter(method -> scheduled(method).scheduler().equals(Clockwork.LONG_WORK))
                .map(method -> method.getOwner().getSimpleName())
                .collect(toCollection(TreeSet::new));

        assertThat(longWork).containsExactly("BackUp", "Cleaning", "CountSteps", "DrawUp");
        assertThat(longWork).hasSize(Clockwork.THREADS);
    }

    /** A machine that slept would do all that it missed in one go. */
    @Test
    void nothingIsMadeUpFor() {
        assertThat(SCHEDULED).hasSizeGreaterThan(20);
        assertThat(SCHEDULED)
                .allMatch(method -> scheduled(method).fixedRate() < 0
                        && scheduled(method).fixedRateString().isEmpty());
    }

    private static Scheduled scheduled(JavaMethod method) {
        return method.getAnnotationOfType(Scheduled.class);
    }

    static class ALongNight {

        final AtomicInteger begun = new AtomicInteger();
        final CountDownLatch morning = new CountDownLatch(1);

        @Scheduled(scheduler = Clockwork.LONG_WORK, fixedDelay = 1)
        void clean() throws InterruptedException {
            takesLong();
        }

        @Scheduled(scheduler = Clockwork.LONG_WORK, fixedDelay = 1)
        void copy() throws InterruptedException {
            takesLong();
        }

        @Scheduled(scheduler = Clockwork.LONG_WORK, fixedDelay = 1)
        void count() throws InterruptedException {
            takesLong();
        }

        @Scheduled(scheduler = Clockwork.LONG_WORK, fixedDelay = 1)
        void drawUp() throws InterruptedException {
            takesLong();
        }

        private void takesLong() throws InterruptedException {
            begun.incrementAndGet();
            morning.await(1, TimeUnit.MINUTES);
        }
    }

    static class Hangs {

        final AtomicInteger begun = new AtomicInteger();
        final CountDownLatch end = new CountDownLatch(1);

        @Scheduled(fixedDelay = 1)
        void hang() throws InterruptedException {
            begun.incrementAndGet();
            end.await(1, TimeUnit.MINUTES);
        }
    }

    static class SafetyNets {

        final AtomicInteger looks = new AtomicInteger();

        @Scheduled(fixedDelay = 10)
        void look() {
            looks.incrementAndGet();
        }
    }
}
