package io.tandem.channel.mail.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/** A mail in {@code src/test/resources/mails} and, in the file of the same name beside it, what is expected of it. */
record MailFixture(String name, byte[] raw, Map<String, Object> expected) {

    private static final Path FOLDER = Path.of("src/test/resources/mails");
    private static final Map<String, Object> USUAL = Map.of("files", List.of(), "oddities", List.of());

    static List<MailFixture> all() {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(MailFixture::at)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MailFixture at(Path file) {
        try {
            var name = file.getFileName().toString().replace(".eml", "");
            Map<String, Object> said = new Yaml().load(Files.readString(FOLDER.resolve(name + ".yml")));
            var expected = new TreeMap<>(said.containsKey("unreadable") ? Map.of() : USUAL);
            expected.putAll(said);
            return new MailFixture(name, Files.readAllBytes(file), expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
