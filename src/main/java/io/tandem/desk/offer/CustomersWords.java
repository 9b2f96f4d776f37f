package io.tandem.desk.offer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.tandem.bot.PersonalData;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers wrote on their tickets, without what leads to them: only that is compared with other tickets. */
@Component
class CustomersWords {

    /** What a matter is stands in its first words; more would only cost time. */
    private static final int LONGEST = 2_000;

    private final JdbcClient sql;

    CustomersWords(JdbcClient sql) {
        this.sql = sql;
    }

    private record Said(
            UUID ticket,
            @Nullable String customer,
            @Nullable String name,
            String text) {}

    Map<UUID, String> of(Collection<UUID> tickets) {
        if (tickets.isEmpty()) return Map.of();
        return sql
                .sql("select m.ticket, c.name as customer, m.name, substring(m.text, 1, " + LONGEST + ") as text"
                        + " from message m join ticket t on t.id = m.ticket join customer c on c.id = t.customer"
                        + " where m.ticket in (:tickets) and m.author = 'CUSTOMER' and m.internal = false"
                        + " order by m.ticket, m.position")
                .param("tickets", tickets)
                .query((row, n) -> new Said(
                        row.getObject("ticket", UUID.class),
                        row.getString("customer"),
                        row.getString("name"),
                        row.getString("text")))
                .list()
                .stream()
                .collect(groupingBy(Said::ticket))
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, ticket -> words(ticket.getValue())));
    }

    private static String words(List<Said> said) {
        var names = said.stream()
                .flatMap(one -> Stream.of(one.customer(), one.name()))
                .filter(Objects::nonNull)
                .distinct();
        var text = said.stream().map(Said::text).collect(joining("\n"));
        var start = text.substring(0, Math.min(text.length(), LONGEST));
        return PersonalData.of(names).replaced(start, any -> true, (kind, words) -> " ");
    }
}
