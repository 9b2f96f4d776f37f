package io.tandem.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What customers of a shop say, by the test messages of the bot: their words are as frequent as customers' are. */
final class ShopTalk {

    private static final List<String> NAMES = List.of("Karla", "Emil", "Sofia", "Mehmet", "Greta", "Luca", "Aylin");
    private static final int MOST_NUMBERS = 100_000;
    private static final int MOST_ORDERS = 1_000_000_000;

    private final Random random;
    private final Map<String, List<Matter>> matters;

    ShopTalk(Random random) {
        this.random = random;
        matters = read();
    }

    record Matter(String topic, String language, String text) {}

    private static Map<String, List<Matter>> read() {
        try (var lines = Files.lines(Path.of("src/test/resources/io/tandem/bot/shop.tsv"))) {
            return lines.map(line -> line.split("\t"))
                    .filter(parts -> parts.length == 3)
                    .map(parts -> new Matter(parts[0], parts[1], parts[2]))
                    .collect(Collectors.groupingBy(Matter::language));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that customers say, by language. */
    Map<String, List<String>> texts() {
        return matters.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        of -> of.getValue().stream().map(Matter::text).toList()));
    }

    Matter matter(String language) {
        var all = matters.get(language);
        return all.get(random.nextInt(all.size()));
    }

    /** One message after the other: the matter with a number of its own, then whatever customers say. */
    Iterator<String> said(Matter matter) {
        var first = matter.text() + " (" + random.nextInt(MOST_NUMBERS) + ")";
        return Stream.concat(
                        Stream.of(first),
                        Stream.generate(() -> matter(matter.language()).text()))
                .iterator();
    }

    String name() {
        return NAMES.get(random.nextInt(NAMES.size())) + " " + random.nextInt(MOST_NUMBERS);
    }

    String asksForAPerson(String language, boolean payment) {
        if (language.equals("de")) {
            return payment
                    ? "Bitte einen Menschen, meine Erstattung ist nicht da"
                    : "Bitte einen Menschen, mein Mixer singt";
        }
        return payment ? "A person please, my refund is not there" : "A person please, my blender sings";
    }

    String asksTheBot(String language) {
        return language.equals("de") ? "Wann bekomme ich meine Erstattung?" : "When do I get my refund?";
    }

    /** As {@link #asksTheBot}, in words that nobody has used before. */
    String asksOfOrder(String language) {
        var order = ThreadLocalRandom.current().nextInt(MOST_ORDERS);
        return language.equals("de")
                ? "Wann bekomme ich meine Erstattung für Bestellung %d?".formatted(order)
                : "When do I get my refund for order %d?".formatted(order);
    }

    String reply(String language) {
        return language.equals("de")
                ? "Ich habe es geprüft und das Nötige veranlasst; morgen ist alles da."
                : "I have looked into it and arranged what is needed; it will be there tomorrow.";
    }
}
