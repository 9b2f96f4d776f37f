package io.tandem.channel.mail.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.channel.mail.read.ReadMail.Fault;
import io.tandem.channel.mail.read.ReadMail.Oddity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is odd about a mail is said in plain words. */
class MailTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void everyOddityHasAText(String language) throws IOException {
        var texts = new Properties();
        texts.load(Files.newBufferedReader(Path.of("processes/texts/messages_" + language + ".properties")));

        var oddities = Stream.of(Fault.values()).map(fault -> new Oddity(fault, 1).key());
        var reasons = Stream.of(Unreadable.Reason.values()).map(reason -> new Unreadable(reason).key());

        assertThat(texts.stringPropertyNames())
                .containsAll(Stream.concat(oddities, reasons).toList());
    }
}
