package io.tandem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How many mails a second are taken in while the bot answers them: {@code mvn -Pmail-load test}, see docs/performance.md. Each
 * is a new ticket of another customer. Mail server, program and database share the machine.
 */
class MailLoad extends ByMail {

    private static final int A_SECOND = Integer.getInteger("mail-load.rate", 20);
    private static final int SECONDS = Integer.getInteger("mail-load.seconds", 60);
    private static final int MAILS = A_SECOND * SECONDS;
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final List<String> QUESTIONS = List.of(
            KNOWN,
            "How do I send something back?",
            "When do I get my refund?",
            "How can I pay?",
            "My parcel is damaged, what now?");

    @Test
    void mailsAreTakenInWhileTheBotAnswers() throws IOException, InterruptedException {
        karlaIsAnswered(); // the bot has learnt, and all is warm
        var sentAt = new ArrayList<Instant>();
        var cpu = cpuSeconds();
        var begin = Instant.now();
        for (int i = 0; i < MAILS; i++) {
            var due = begin.plus(Duration.ofMillis(1000L * i / A_SECOND));
            Thread.sleep(Math.max(0, Duration.between(Instant.now(), due).toMillis()));
            sentAt.add(Instant.now());
            server.delivers(shop, mail("load" + i + "-" + karla, "Question " + i, QUESTIONS.get(i % QUESTIONS.size())));
        }
        await().atMost(Duration.ofMinutes(10)).until(() -> answered() >= MAILS);

        report(Duration.between(begin, Instant.now()), storeTimes(sentAt), answerTimes(sentAt), cpuSeconds() - cpu);
        assertThat(fates()).hasSize(MAILS + 1).containsOnly("TAKEN");
    }

    /** Of all threads here: those of the mail server and of the database, too. */
    private static double cpuSeconds() {
        return MACHINE.getProcessCpuTime() / 1e9;
    }

    private long answered() {
        return sql.sql("select count(*) from mail_sent where mailbox = ? and address like 'load%'")
                .param(mailbox().name())
                .query(Long.class)
                .single();
    }

    private long[] storeTimes(List<Instant> sentAt) {
        return sinceSent(
                "select sender as address, received_at as at from mail where mailbox = ? and sender like 'load%'",
                sentAt);
    }

    private long[] answerTimes(List<Instant> sentAt) {
        return sinceSent(
                "select address, min(begun_at) as at from mail_sent where mailbox = ? and address like 'load%' group by address",
                sentAt);
    }

    private long[] sinceSent(String query, List<Instant> sentAt) {
        return sql
                .sql(query)
                .param(mailbox().name())
                .query((row, n) -> sinceSent(row.getString("address"), row.getTimestamp("at"), sentAt))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
    }

    private static long sinceSent(String address, Timestamp at, List<Instant> sentAt) {
        var number = Integer.parseInt(address.replaceAll("^load(\\d+)-.*", "$1"));
        return Duration.between(sentAt.get(number), at.toInstant()).toMillis();
    }

    private static void report(Duration whole, long[] stored, long[] answers, double cpu) throws IOException {
        var lines = List.of(
                "| mails a second | mails | all answered after | stored after, p50 / p99 | answer on its way after, p50 / p99 | CPU a mail | load of the machine |",
                "|---:|---:|---:|---:|---:|---:|---:|",
                "| %d | %d | %d s | %d / %d ms | %d / %d ms | %.0f ms | %.1f |"
                        .formatted(
                                A_SECOND,
                                MAILS,
                                whole.toSeconds(),
                                at(stored, 50),
                                at(stored, 99),
                                at(answers, 50),
                                at(answers, 99),
                                1000 * cpu / MAILS,
                                MACHINE.getSystemLoadAverage()));
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "mail-load.md"), lines);
        System.out.println(String.join("\n", lines));
        assertThat(Arrays.stream(stored).count()).isEqualTo(MAILS);
    }

    private static long at(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
