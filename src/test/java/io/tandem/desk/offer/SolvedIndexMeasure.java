package io.tandem.desk.offer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Prints what 200,000 solved tickets cost in memory and time: mvn test -Dtest=SolvedIndexMeasure. Tickets are made of
 * the shop's test messages, three of them each, so that their words are as frequent as customers' are.
 */
class SolvedIndexMeasure {

    private static final int TICKETS = 200_000;
    private static final int SEARCHES = 500;

    private final Random random = new Random(4711);

    @Test
    void measure() throws IOException {
        var messages = messages();
        var before = used();
        var index = new SolvedIndex();
        var started = System.nanoTime();
        for (int i = 0; i < TICKETS; i++) {
            var one = pick(messages);
            var ticket = new SolvedTicket(UUID.randomUUID(), Instant.ofEpochSecond(i), one[1], one[0], 5);
            index.put(ticket, words(messages, one));
            if (i % 500 == 499) index.show();
        }
        index.show();
        System.out.printf("%d tickets indexed in %.1f s%n", index.size(), (System.nanoTime() - started) / 1e9);
        System.out.printf("memory: %.0f MB%n", (used() - before) / 1e6);
        search(index, messages);
        index.close();
    }

    private void search(SolvedIndex index, List<String[]> messages) {
        var millis = new double[SEARCHES];
        for (int warm = 0; warm < 2; warm++) {
            for (int i = 0; i < SEARCHES; i++) {
                var one = pick(messages);
                var started = System.nanoTime();
                index.like(one[1], one[0], words(messages, one), 12);
                millis[i] = (System.nanoTime() - started) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                "search: median %.1f ms, p95 %.1f ms%n", millis[SEARCHES / 2], millis[(int) (SEARCHES * 0.95)]);
    }

    /** In the words of one message and two others of the same language, with numbers that no other has. */
    private String words(List<String[]> messages, String[] one) {
        var words = new StringBuilder(one[2]);
        for (int i = 0; i < 2; i++) {
            var other = pick(messages);
            if (other[1].equals(one[1])) words.append('\n').append(other[2]);
        }
        return words.append(" ").append(Integer.toString(random.nextInt(), 36)).toString();
    }

    private String[] pick(List<String[]> messages) {
        return messages.get(random.nextInt(messages.size()));
    }

    private static List<String[]> messages() throws IOException {
        var messages = new ArrayList<String[]>();
        for (var line : Files.readAllLines(Path.of("src/test/resources/io/tandem/bot/shop.tsv"))) {
            var parts = line.split("\t");
            if (parts.length == 3) messages.add(parts);
        }
        return messages;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
