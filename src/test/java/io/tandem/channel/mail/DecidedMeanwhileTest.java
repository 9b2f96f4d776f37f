package io.tandem.channel.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tandem.api.Problem;
import io.tandem.channel.mail.StoredMail.Reason;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two who decide about the same mail at once, one of whom may be the mailbox that fetches it: the first one counts. */
class DecidedMeanwhileTest extends ByMail {

    @Autowired
    private MailIntake intake;

    @Autowired
    private Quarantine quarantine;

    @Autowired
    private Mails mails;

    private StoredMail onlyHeadOf(String whole) {
        stopReading();
        var head = whole.split("\r\n\r\n")[0] + "\r\n\r\n";
        intake.storeHead(mailbox(), "uid/1/8", head.getBytes(UTF_8), 700_000, Reason.TOO_LARGE);
        return here();
    }

    private StoredMail here() {
        var id = sql.sql("select id from mail where mailbox = ?")
                .param(mailbox().name())
                .query(UUID.class)
                .single();
        return mails.find(id).orElseThrow();
    }

    private long ticketsOfKarla() {
        return sql.sql("select count(*) from ticket where address = ?")
                .param(karla)
                .query(Long.class)
                .single();
    }

    @Test
    void aMailThatBecameATicketWhileItWasFetchedBecomesNoSecondOne() {
        var whole = mail(karla, "All my pictures", "It is broken");
        quarantine.tryAgain(onlyHeadOf(whole).id());
        var part = mails.askedFor(mailbox()).get(0);
        quarantine.makeTicket(part.id());

        intake.replace(mailbox(), part, whole.getBytes(UTF_8));

        await().atMost(PATIENCE).until(() -> fates().equals(List.of("TAKEN")));
        assertThat(ticketsOfKarla()).isEqualTo(1);
    }

    @Test
    void aMailThatWasDismissedWhileItWasFetchedStaysSo() {
        var whole = mail(karla, "All my pictures", "It is broken");
        quarantine.tryAgain(onlyHeadOf(whole).id());
        var part = mails.askedFor(mailbox()).get(0);
        quarantine.dismiss(part.id());

        intake.replace(mailbox(), part, whole.getBytes(UTF_8));

        assertThat(fates()).containsExactly("DISMISSED");
    }

    @Test
    void whoComesTooLateHearsSo() {
        var whole = mail(karla, "All my pictures", "It is broken");
        var seen = onlyHeadOf(whole);
        quarantine.makeTicket(seen.id());

        assertThat(mails.dismiss(seen)).isFalse();
        assertThat(mails.startAnew(seen)).isFalse();
        assertThatThrownBy(() -> quarantine.dismiss(seen.id())).isInstanceOf(Problem.class);
        assertThat(fates()).containsExactly("TAKEN");
    }
}
