package io.tandem.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.ticket.Tickets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The list that agents work through in Tasklist. */
@TandemRuns
class TicketListTest {

    private static final int PAGE = 15;
    private static final int MOST_PAGES = 100;

    @LocalServerPort
    private int port;

    @Autowired
    private Tickets tickets;

    @Test
    void whatIsDueFirstStandsFirst() {
        var luc = CustomerInChat.writes(port, "en", "My blender plays the national anthem at night");
        luc.sees("QUEUE");
        var karla = CustomerInChat.writes(port, "en", "I am furious!!! I want to speak to a real person, now!");
        karla.sees("QUEUE");
        var anna = AgentAtDesk.signsIn(port, "anna");
        anna.taskOf(luc.ticket());
        anna.taskOf(karla.ticket());

        var list = wholeList(anna);

        assertThat(tickets.get(karla.ticket()).dueAt()).isPresent();
        assertThat(place(list, karla.ticket())).isBetween(0, place(list, luc.ticket()) - 1);
    }

    private static List<String> wholeList(AgentAtDesk anna) {
        var names = new ArrayList<String>();
        var filter = anna.filter("groups");
        for (int page = 0; page < MOST_PAGES; page++) {
            var found = anna.lists(filter, page * PAGE).body().findValuesAsText("name");
            if (found.isEmpty()) break;
            names.addAll(found);
        }
        return names;
    }

    private int place(List<String> names, UUID ticket) {
        var start = "#%d ".formatted(tickets.get(ticket).number());
        return names.indexOf(names.stream()
                .filter(name -> name.startsWith(start))
                .findFirst()
                .orElse(""));
    }
}
