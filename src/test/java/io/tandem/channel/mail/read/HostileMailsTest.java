package io.tandem.channel.mail.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.tandem.channel.mail.read.ReadMail.Fault;
import io.tandem.channel.mail.read.ReadMail.Oddity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails that are made, or damaged, so that a program fails on them. */
@Tag("slow")
class HostileMailsTest {

    /** Each takes some seconds at most, on a machine that does nothing else. */
    private static final Duration BRIEFLY = Duration.ofSeconds(60);

    private static final String HEAD = "From: alex@kunde.example\nSubject: x\nMIME-Version: 1.0\n";
    private static final String MULTIPART = "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void damagedMailsAreReadOrUnreadableAndNothingElse(long seed) {
        var random = new Random(seed);
        var mails = MailFixture.all();
        assertTimeout(Duration.ofMinutes(5), () -> {
            for (int i = 0; i < 1_000; i++) {
                var raw = mails.get(random.nextInt(mails.size())).raw();
                var other = mails.get(random.nextInt(mails.size())).raw();
                understand(damaged(raw, other, random));
            }
        });
    }

    private static byte[] damaged(byte[] raw, byte[] other, Random random) {
        var damaged = raw;
        for (int times = random.nextInt(4) + 1; times > 0; times--) damaged = damagedOnce(damaged, other, random);
        return damaged;
    }

    private static byte[] damagedOnce(byte[] raw, byte[] other, Random random) {
        if (raw.length < 4) return other;
        var from = random.nextInt(raw.length);
        var to = Math.min(raw.length, from + random.nextInt(200) + 1);
        var damaged = raw.clone();
        switch (random.nextInt(6)) {
            case 0 -> damaged[from] = (byte) random.nextInt(256);
            case 1 -> random.ints(20).forEach(at -> damaged[Math.floorMod(at, raw.length)] ^= (byte) (1 << (at & 7)));
            case 2 -> {
                return Arrays.copyOf(raw, from);
            }
            case 3 -> {
                return joined(Arrays.copyOf(raw, from), Arrays.copyOfRange(raw, to, raw.length));
            }
            case 4 -> {
                return joined(Arrays.copyOf(raw, to), Arrays.copyOfRange(raw, from, raw.length));
            }
            default -> {
                return joined(Arrays.copyOf(raw, from), Arrays.copyOfRange(other, other.length / 2, other.length));
            }
        }
        return damaged;
    }

    private static byte[] joined(byte[] one, byte[] two) {
        var joined = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, joined, one.length, two.length);
        return joined;
    }

    /** Below the net of {@link MailReader#read}: nothing may fall into it. */
    private static void understand(byte[] raw) {
        try {
            assertThat(MailReader.understood(raw).firstText()).isNotNull();
        } catch (Unreadable expected) {
            assertThat(expected.reason()).isEqualTo(Unreadable.Reason.EMPTY);
        }
    }

    @Test
    void tenThousandNestedMultiparts() {
        var nested = IntStream.range(0, 10_000)
                .mapToObj(i -> MULTIPART.formatted(i, i))
                .collect(Collectors.joining());

        assertThat(faults(read(HEAD + nested + "\nHallo"))).contains(Fault.NESTED_TOO_DEEP);
    }

    @Test
    void tenThousandNestedMails() {
        var nested = "Content-Type: message/rfc822\n\n".repeat(10_000);

        assertThat(faults(read(HEAD + nested + "\nHallo"))).contains(Fault.NESTED_TOO_DEEP);
    }

    @Test
    void millionsOfEmptyParts() {
        var mail = read(HEAD + MULTIPART.formatted(1, 1) + "\nHallo\n" + "--b1\n".repeat(3_000_000));

        assertThat(mail.body().text()).isEqualTo("Hallo");
        assertThat(faults(mail)).contains(Fault.PARTS_LEFT_OUT);
    }

    @Test
    void multipartsThatGrowWithEachLevel() {
        var mail = read(HEAD + bomb(6, 10));

        assertThat(faults(mail)).contains(Fault.PARTS_LEFT_OUT);
    }

    private static String bomb(int levels, int width) {
        if (levels == 0) return "Content-Type: application/x; name=a\n\nx\n";
        var part = "--b%d\n%s\n".formatted(levels, bomb(levels - 1, width));
        return "Content-Type: multipart/mixed; boundary=b%d\n\n%s--b%d--\n"
                .formatted(levels, part.repeat(width), levels);
    }

    @Test
    void aHeaderLineOfAMegabyte() {
        assertThat(read("Subject: " + "a ".repeat(500_000) + "\n" + HEAD + "\nHallo")
                        .body()
                        .text())
                .isEqualTo("Hallo");
    }

    @Test
    void longHeaderLinesOfAllKinds() {
        for (var name : List.of("Subject", "From", "To", "References", "Content-Type", "X-Any", "Received", "Date")) {
            for (var value : List.of(
                    "a",
                    "a@b.example, ",
                    "<a@b> ",
                    "=?utf-8?Q?=C3?= ",
                    ";a=\"",
                    "=?",
                    "((",
                    "\"\\",
                    "a ",
                    "re: ",
                    "[a] ",
                    "\r")) {
                var mail = read(name + ": " + value.repeat(300_000 / value.length()) + "\n" + HEAD + "\nHallo");
                assertThat(mail.firstText()).isNotNull();
            }
        }
    }

    @Test
    void aMillionHeaders() {
        assertThat(read(HEAD + "X-A: b\n".repeat(1_000_000) + "\nHallo").body().text())
                .isEqualTo("Hallo");
        assertThat(faults(read(HEAD + "no header\n".repeat(1_000_000) + "\nHallo")))
                .contains(Fault.BROKEN_HEADERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<blockquote>",
                "<table><tr><td>",
                "<b><i>",
                "<a href=x>",
                "<p style='",
                "&#",
                "<!--",
                "<ul><li>",
                "<blockquote type=cite><div class=quote>",
                "<div style='border-top:solid red 1.0pt'>",
                "<img src='data:image/png;base64,"
            })
    void htmlThatNeverEnds(String element) {
        var mail = read(HEAD + "Content-Type: text/html\n\nHallo " + element.repeat(1_200_000 / element.length()));

        assertThat(mail.body().whole()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                ">",
                "a",
                " ",
                "-- \n",
                "On 1 ",
                "On 1 wrote",
                "From: a\n",
                "Am 1.1.2026 um 9:15 schrieb <a@b.example>",
                "On 1 a wrote:\n",
                "_",
                "--",
                "\u00A0",
                "Von:",
                "Viele Grüße\n",
                "www.a\n",
                "<a@b.example>",
                "On 1\nOn 2\n",
                "> a\nb\n"
            })
    void textThatRepeatsItself(String words) {
        var text = words.repeat(1_000_000 / words.length());

        assertThat(read(HEAD + "In-Reply-To: <a@b>\nContent-Type: text/plain; format=flowed\n\n" + text)
                        .body()
                        .whole())
                .isNotNull();
        assertThat(read(HEAD + "In-Reply-To: <a@b>\n\nHallo\n" + text).body().text())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: a",
                "Subject: a",
                "Content-Type: text/plain; a",
                "To: <",
                "X-A: b\n\na",
                "X-A: b\n\n--\na",
                "X-A: b\n\nThanks\nA\n",
                "X-A: b\n\n<p>a",
                "Content-Type: text/html\n\n<p>a",
                "Content-Type: text/html\n\n<p style='color"
            })
    void aGapOfMegabytes(String before) {
        for (var gap : List.of(" ", "\t", "\u00A0", "\r", "a@", "x_", "&nbsp;", "_1", "? ", "\0")) {
            var mail = HEAD + before + gap.repeat(700_000 / gap.length()) + "b: c <d@e.example>\n\nHallo";
            assertThat(read(mail).firstText()).isNotNull();
        }
    }

    @Test
    void aCalendarOfMegabytes() {
        for (var line : List.of(
                "BEGIN:VEVENT\n",
                "SUMMARY:a\n",
                "SUMMARY;",
                "SUMMARY;A=\"",
                "DTSTART;TZID=",
                "\n ",
                "BEGIN:VALARM\n")) {
            var calendar = "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + line.repeat(1_000_000 / line.length());
            assertThat(read(HEAD + "Content-Type: text/calendar; method=REQUEST\n\n" + calendar)
                            .kind())
                    .isEqualTo(ReadMail.Kind.CALENDAR);
        }
    }

    @Test
    void twentyFiveMegabytesOfFiles() {
        var content = new byte[5 * 1024 * 1024];
        new Random(1).nextBytes(content);
        var file = "--b1\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(content) + "\n";

        var mail = read(HEAD + MULTIPART.formatted(1, 1) + "\nHallo\n" + file.repeat(5) + "--b1--\n");

        assertThat(mail.files())
                .hasSize(5)
                .allSatisfy(one -> assertThat(one.content()).isEqualTo(content));
        assertThat(mail.oddities()).isEmpty();
    }

    @Test
    void aMailThatIsTooLargeIsUnreadable() {
        var endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                Arrays.fill(into, from, from + length, (byte) 'a');
                return length;
            }
        };

        assertThatThrownBy(() -> new MailReader().read(endless))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.reason()).isEqualTo(Unreadable.Reason.TOO_LARGE));
    }

    @Test
    void aConnectionThatBreaksOffIsNoFaultOfTheMail() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };

        assertThatThrownBy(() -> new MailReader().read(broken)).isInstanceOf(IOException.class);
    }

    @Test
    void onlyBytesOfChance() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            var bytes = new byte[random.nextInt(5_000) + 1];
            random.nextBytes(bytes);
            understand(bytes);
            understand(joined(
                    (HEAD + "Content-Type: application/ms-tnef\n\n").getBytes(StandardCharsets.UTF_8), tnef(bytes)));
        }
    }

    private static byte[] tnef(byte[] rest) {
        return joined(
                new byte[] {0x78, (byte) 0x9F, 0x3E, 0x22, 1, 0, 1, 3, (byte) 0x90, 6, 0, (byte) rest.length, 0, 0, 0},
                rest);
    }

    private static ReadMail read(String mail) {
        var bytes = mail.getBytes(StandardCharsets.UTF_8);
        return assertTimeout(BRIEFLY, () -> new MailReader().read(new ByteArrayInputStream(bytes)));
    }

    private static List<Fault> faults(ReadMail mail) {
        return new ArrayList<>(mail.oddities().stream().map(Oddity::fault).toList());
    }
}
