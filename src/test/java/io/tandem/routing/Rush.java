package io.tandem.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.routing.NextTicket.Given;
import io.tandem.routing.NextTicket.Outcome;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;

/** Monday, nine o'clock: all agents ask for a ticket in the same moment. */
public final class Rush {

    private static final String SKILL = "rush";

    private final WaitingRoom room;
    private final NextTicket next;

    public Rush(ApplicationContext tandem) {
        room = new WaitingRoom(tandem);
        next = tandem.getBean(NextTicket.class);
    }

    /** As many tickets as agents: each agent has one ticket, and each ticket one agent. */
    public void isFairTo(int agents) throws Exception {
        var tickets = new HashSet<UUID>();
        for (var number = 1; number <= agents; number++) {
            room.employsFor(agent(number), SKILL);
            tickets.add(room.receivesQuietly(SKILL, number % 2 == 0 ? "de" : "en", 50 + number % 3));
        }

        var atOnce = new CyclicBarrier(agents);
        var threads = Executors.newFixedThreadPool(agents);
        try {
            var asked = threads.invokeAll(IntStream.rangeClosed(1, agents)
                    .<Callable<Given>>mapToObj(number -> () -> {
                        atOnce.await();
                        return next.give(agent(number));
                    })
                    .toList());
            for (var answer : asked) {
                var given = answer.get();
                assertThat(given.outcome()).isEqualTo(Outcome.GIVEN);
                assertThat(tickets.remove(given.taken().orElseThrow().ticket().id()))
                        .as("a ticket is given once")
                        .isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(tickets).isEmpty();
        for (var number = 1; number <= agents; number++) {
            assertThat(next.give(agent(number)).outcome()).isEqualTo(Outcome.NONE);
        }
    }

    private static String agent(int number) {
        return SKILL + number;
    }
}
