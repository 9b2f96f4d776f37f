package io.tandem.desk.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.bot.SuggestionsFixture;
import io.tandem.content.Markdown;
import io.tandem.content.Texts;
import io.tandem.process.Staff;
import io.tandem.process.Transactions;
import io.tandem.story.CustomerInChat;
import io.tandem.story.TandemRuns;
import io.tandem.ticket.Customers;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Tickets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Drafts where the operator has a language model. */
@TandemRuns
class WordedDraftTest {

    private static final String PLAIN = "Hello Karla,\n\nAs the article says it.\n\nKind regards\nAnna";
    private static final String WORDED = "Hello Karla,\n\nWorded for the customer, time %d.\n\nKind regards\nAnna";

    @LocalServerPort
    private int port;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Messages messages;

    @Autowired
    private Customers customers;

    @Autowired
    private SimilarTickets similar;

    @Autowired
    private Experience experience;

    @Autowired
    private DraftedReplies replies;

    @Autowired
    private ShownOffers shown;

    @Autowired
    private Staff staff;

    @Autowired
    private Texts texts;

    @Autowired
    private Transactions transactions;

    @Autowired
    private OfferSettings settings;

    @Test
    void theDraftIsWordedWhileTheTicketWaitsAndAgainWhenTheCustomerHasWritten() {
        var bot = SuggestionsFixture.sureBy(0.9);
        var offers = offers(bot);
        var karla = inTheQueue();
        assertThat(draft(offers, karla).text()).isEqualTo(PLAIN);
        assertThat(draft(offers, karla).wordable()).isTrue();

        offers.prepare(karla.ticket());
        offers.prepare(karla.ticket());

        assertThat(bot.timesWorded()).isEqualTo(1);
        assertThat(draft(offers, karla).text()).isEqualTo(WORDED.formatted(1));
        assertThat(draft(offers, karla).wordable()).isFalse();

        karla.writes("And my newsletter?");
        await().untilAsserted(() -> assertThat(draft(offers, karla).text()).isEqualTo(PLAIN));

        offers.worded(karla.ticket(), "anna");
        assertThat(draft(offers, karla).text()).isEqualTo(WORDED.formatted(2));
    }

    @Test
    void whatIsNotSureIsNotWorded() {
        var bot = SuggestionsFixture.sureBy(0.3);
        var offers = offers(bot);
        var karla = inTheQueue();

        offers.prepare(karla.ticket());

        assertThat(bot.timesWorded()).isZero();
        assertThat(offers.worded(karla.ticket(), "anna").articles()).hasSize(1);
        assertThat(draft(offers, karla).wordable()).isFalse();
    }

    private CustomerInChat inTheQueue() {
        var karla = CustomerInChat.writes(port, "en", "Human please, about lavender soap");
        karla.sees("QUEUE");
        return karla;
    }

    private Offers offers(SuggestionsFixture bot) {
        var suggestions = bot.suggestions(messages);
        var markdown = new Markdown();
        var candidates = new Candidates(suggestions, similar, experience, markdown, settings);
        var drafting = new Drafting(suggestions, replies, customers, staff, texts, markdown, transactions, settings);
        return new Offers(tickets, messages, candidates, drafting, shown, suggestions);
    }

    private static OfferList.DraftOffer draft(Offers offers, CustomerInChat karla) {
        return Objects.requireNonNull(offers.on(karla.ticket(), "anna").draft());
    }
}
