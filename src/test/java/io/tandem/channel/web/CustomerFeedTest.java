package io.tandem.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tandem.attachment.Attachments;
import io.tandem.content.Markdown;
import io.tandem.live.LiveFeed.LiveEvent;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Message.Source;
import io.tandem.ticket.Message.Sources;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a customer's page hears while the bot speaks. */
class CustomerFeedTest {

    private static final UUID TICKET = UUID.randomUUID();
    private static final Message QUESTION = question();

    private final Tickets tickets = mock();
    private final Messages messages = mock();
    private final Attachments attachments = mock();
    private final StatusBoard board = mock();
    private boolean asked;

    @Test
    void aQuestionThatIsAskedInTheMomentOfLookingComesWithItsChoices() {
        when(board.of(any())).thenReturn(mock(StatusView.class));
        when(attachments.of(TICKET)).thenReturn(Map.of());
        when(tickets.get(TICKET)).thenAnswer(looked -> thenTheBotAsks(ticket(asked ? 2 : 1)));
        when(messages.after(any(), anyInt())).thenAnswer(looked -> {
            var seen = asked && looked.<Integer>getArgument(1) < 2 ? List.of(QUESTION) : List.of();
            return thenTheBotAsks(seen);
        });
        var feed = new CustomerFeed(TICKET, 1, tickets, messages, board, new MessageViews(attachments, new Markdown()));

        var heard = List.of(feed.news(), feed.news()).stream().flatMap(List::stream);

        assertThat(heard.map(LiveEvent::data).filter(MessageView.class::isInstance))
                .singleElement()
                .extracting(message -> ((MessageView) message).choices().size())
                .isEqualTo(2);
    }

    /** Its transaction ends between two looks. */
    private <T> T thenTheBotAsks(T seen) {
        asked = true;
        return seen;
    }

    private static Ticket ticket(int lastPosition) {
        var ticket = mock(Ticket.class);
        when(ticket.id()).thenReturn(TICKET);
        when(ticket.lastPosition()).thenReturn(lastPosition);
        when(ticket.botMaySpeak()).thenReturn(true);
        return ticket;
    }

    private static Message question() {
        return new Message(
                UUID.randomUUID(),
                TICKET,
                2,
                Author.BOT,
                null,
                "Do you mean this or that?",
                false,
                Sources.NONE,
                new Sources(List.of(new Source("this", "This"), new Source("that", "That"))),
                null,
                null,
                null,
                "web",
                null,
                false,
                Instant.EPOCH);
    }
}
