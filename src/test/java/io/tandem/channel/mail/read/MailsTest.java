package io.tandem.channel.mail.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.channel.mail.read.ReadMail.Address;
import io.tandem.channel.mail.read.ReadMail.Bounce;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails as programs, servers and people send them, and what is read out of each. */
class MailsTest {

    static Stream<MailFixture> mails() {
        return MailFixture.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void isReadAsExpected(MailFixture mail) throws IOException {
        var read = outcome(mail.raw());

        read.keySet().retainAll(mail.expected().keySet());
        assertThat(read).isEqualTo(mail.expected());
    }

    @Test
    void thereAreMailsOfAllKinds() {
        assertThat(mails().map(mail -> Objects.toString(mail.expected().get("kind"), "unreadable")))
                .hasSizeGreaterThan(250)
                .contains("PERSON", "AUTO_REPLY", "BOUNCE", "LIST", "AUTOMATIC", "CALENDAR", "unreadable");
    }

    private static Map<String, Object> outcome(byte[] raw) throws IOException {
        try {
            return outcome(new MailReader().read(new ByteArrayInputStream(raw)));
        } catch (Unreadable e) {
            return new TreeMap<>(Map.of("unreadable", e.reason().name()));
        }
    }

    private static Map<String, Object> outcome(ReadMail mail) {
        var outcome = new TreeMap<String, Object>();
        outcome.put("kind", mail.kind().name());
        outcome.put("subject", mail.subject());
        outcome.put("text", mail.body().text());
        outcome.put("first", mail.firstText());
        outcome.put(
                "html",
                Objects.toString(mail.body().html(), "")
                        .replaceAll("\\s*\\n\\s*", "")
                        .strip());
        outcome.put(
                "files",
                mail.files().stream()
                        .map(file -> file.name() + (file.inline() ? " inline" : ""))
                        .toList());
        outcome.put(
                "oddities",
                mail.oddities().stream()
                        .map(odd -> odd.fault() + " " + odd.count())
                        .toList());
        outcome.put("bounce", mail.bounce() == null ? "" : words(mail.bounce()));
        outcome.put("id", Objects.toString(mail.ids().message(), ""));
        outcome.put("answers", mail.ids().inReplyTo());
        outcome.put("references", mail.ids().references());
        outcome.put("date", Objects.toString(mail.date(), ""));
        outcome.put("language", Objects.toString(mail.language(), ""));
        var people = mail.people();
        outcome.put("from", people.from() == null ? "" : words(people.from()));
        outcome.put("sender", people.sender() == null ? "" : words(people.sender()));
        outcome.put("to", words(people.to()));
        outcome.put("cc", words(people.cc()));
        outcome.put("replyTo", words(people.replyTo()));
        outcome.put("delivered", people.deliveredTo());
        return outcome;
    }

    private static String words(Bounce bounce) {
        return "%s %s %s %s"
                .formatted(
                        Objects.toString(bounce.original(), "-"),
                        Objects.toString(bounce.recipient(), "-"),
                        Objects.toString(bounce.status(), "-"),
                        bounce.permanent() ? "permanent" : "temporary");
    }

    private static List<String> words(List<Address> addresses) {
        return addresses.stream().map(MailsTest::words).toList();
    }

    private static String words(Address address) {
        return address.name() == null ? address.address() : address.name() + " <" + address.address() + ">";
    }
}
