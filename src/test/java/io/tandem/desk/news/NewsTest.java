package io.tandem.desk.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.desk.news.News.Kind;
import io.tandem.ticket.Ticket.Holder;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who hears of what: Anna, who knows payments and speaks English. */
class NewsTest {

    private static final Audience ANNA = new Audience(
            "anna", List.of("agents", "payments"), List.of("@anna", "agents", "agents.en", "payments", "payments.en"));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # what happened                                 | kind     | holder | agent | queue       | left        | helper | team     | asker | colleague | hears
            a ticket waits for her groups                   | WAITING  | QUEUE  | -     | payments.en | -           | -      | -        | -     | -         | true
            it waits for people who speak German            | WAITING  | QUEUE  | -     | payments.de | -           | -      | -        | -     | -         | false
            somebody has it by now                          | WAITING  | AGENT  | ben   | payments.en | -           | -      | -        | -     | -         | false
            it is kept for her                              | WAITING  | QUEUE  | -     | @anna       | -           | -      | -        | -     | -         | true
            it is kept for somebody else                    | WAITING  | QUEUE  | -     | @ben        | -           | -      | -        | -     | -         | false
            it was kept for her and is for all now          | WAITING  | QUEUE  | -     | payments.en | -           | anna   | -        | -     | -         | false
            she saw it in another queue                     | WAITING  | QUEUE  | -     | agents.en   | payments.en | -      | -        | -     | -         | false
            others saw it in another queue                  | WAITING  | QUEUE  | -     | agents.en   | agents.de   | -      | -        | -     | -         | true
            she gave it back                                | WAITING  | QUEUE  | -     | payments.en | -           | anna   | -        | -     | -         | false
            a colleague gave it back                        | WAITING  | QUEUE  | -     | payments.en | -           | ben    | -        | -     | -         | true
            it has no queue yet                             | WAITING  | QUEUE  | -     | -           | -           | -      | -        | -     | -         | false
            a reply on hers                                 | REPLY    | AGENT  | anna  | payments.en | -           | -      | -        | -     | -         | true
            a reply on a colleague's                        | REPLY    | AGENT  | ben   | payments.en | -           | -      | -        | -     | -         | false
            a reply on what was hers                        | REPLY    | QUEUE  | anna  | payments.en | -           | -      | -        | -     | -         | false
            a ticket was given to her                       | GIVEN    | AGENT  | anna  | payments.en | -           | -      | -        | -     | -         | true
            due soon, and hers                              | DUE      | AGENT  | anna  | payments.en | -           | -      | -        | -     | -         | true
            due soon, and nobody has it                     | DUE      | QUEUE  | -     | payments.en | -           | -      | -        | -     | -         | true
            due soon, and a colleague's                     | DUE      | AGENT  | ben   | payments.en | -           | -      | -        | -     | -         | false
            due soon, and resolved meanwhile                | DUE      | NOBODY | anna  | payments.en | -           | -      | -        | -     | -         | false
            she is asked                                    | ASKED    | AGENT  | ben   | agents.en   | -           | -      | agents   | ben   | anna      | true
            a colleague is asked                            | ASKED    | AGENT  | ben   | agents.en   | -           | -      | agents   | ben   | lea       | false
            her group is asked                              | ASKED    | AGENT  | ben   | agents.en   | -           | -      | payments | ben   | -         | true
            another group is asked                          | ASKED    | AGENT  | ben   | agents.en   | -           | -      | parcels  | ben   | -         | false
            she asks her group                              | ASKED    | AGENT  | anna  | agents.en   | -           | -      | payments | anna  | -         | false
            she is named                                    | NAMED    | AGENT  | ben   | agents.en   | -           | -      | agents   | ben   | anna      | true
            she is answered                                 | ANSWERED | AGENT  | anna  | agents.en   | -           | -      | agents   | anna  | ben       | true
            somebody else is answered                       | ANSWERED | AGENT  | ben   | agents.en   | -           | -      | agents   | ben   | lea       | false
            she has found it out herself                    | ANSWERED | AGENT  | anna  | agents.en   | -           | -      | agents   | anna  | anna      | false
            somebody has taken what she was told of         | TAKEN    | AGENT  | ben   | payments.en | -           | -      | -        | -     | -         | true
            """)
    void whoHears(
            String what,
            Kind kind,
            Holder holder,
            String agent,
            String queue,
            String left,
            String helper,
            String team,
            String asker,
            String colleague,
            boolean hears) {
        var news = new News(
                1, kind, UUID.randomUUID(), 1001, holder, agent, queue, left, helper, null, team, asker, colleague);

        assertThat(news.isFor(ANNA)).as(what).isEqualTo(hears);
    }
}
