package io.tandem.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the receiver got each message under one id, in the ticket's order, and all that counts as sent. */
final class SentOnce {

    private final JdbcClient sql;
    private final List<Receiver.Post> posts;
    private final List<String> wrong = new ArrayList<>();

    /** @param posts in the order in which they came */
    SentOnce(JdbcClient sql, List<Receiver.Post> posts) {
        this.sql = sql;
        this.posts = posts;
    }

    SentOnce count() {
        eachCameUnderOneId();
        noReplyCameAsTwoMessages();
        allThatCountsAsSentCame();
        eachTicketsCameInOrder();
        return this;
    }

    private static String messageOf(Receiver.Post post) {
        return post.body().at("/message/id").asText();
    }

    private void eachCameUnderOneId() {
        var ids = new HashMap<String, Set<String>>();
        posts.forEach(post ->
                ids.computeIfAbsent(messageOf(post), message -> new TreeSet<>()).add(post.id()));
        ids.forEach((message, of) -> {
            if (of.size() > 1) wrong.add("message " + message + " was sent as " + of);
        });
    }

    private void noReplyCameAsTwoMessages() {
        var ids = new HashMap<String, Set<String>>();
        for (var post : posts) {
            if (!post.body().at("/message/author").asText().equals("agent")) continue;
            var text = post.body().at("/message/text").asText();
            ids.computeIfAbsent(text.substring(text.lastIndexOf(' ') + 1), mark -> new TreeSet<>())
                    .add(post.id());
        }
        ids.forEach((mark, of) -> {
            if (of.size() > 1) wrong.add("reply " + mark + " was sent as " + of);
        });
    }

    private void allThatCountsAsSentCame() {
        var came = new HashSet<String>();
        posts.forEach(post -> came.add(messageOf(post)));
        sql
                .sql("select cast(d.message as varchar) from delivery d where d.channel like 'webhook%' and d.state"
                        + " in ('SENT', 'DELIVERED')")
                .query(String.class)
                .list()
                .stream()
                .filter(message -> !came.contains(message))
                .forEach(message -> wrong.add("message " + message + " counts as sent and was not"));
    }

    private void eachTicketsCameInOrder() {
        var places = places();
        var came = new LinkedHashSet<String>();
        posts.forEach(post -> came.add(messageOf(post)));
        var latest = new HashMap<String, Place>();
        for (var message : came) {
            var place = places.get(message);
            if (place == null) continue;
            var before = latest.put(place.ticket(), place);
            if (before != null && before.position() > place.position())
                wrong.add("message " + message + " of ticket " + place.ticket() + " came after a later one");
        }
    }

    private record Place(String message, String ticket, int position) {}

    private Map<String, Place> places() {
        var places = new HashMap<String, Place>();
        sql.sql("select cast(id as varchar) as id, cast(ticket as varchar) as ticket, position from message")
                .query((row, number) -> new Place(row.getString("id"), row.getString("ticket"), row.getInt("position")))
                .list()
                .forEach(place -> places.put(place.message(), place));
        return places;
    }

    List<String> wrong() {
        return wrong;
    }

    String figure() {
        var times = new HashMap<String, Integer>();
        posts.forEach(post -> times.merge(messageOf(post), 1, Integer::sum));
        return "%d messages were posted to the receiver, %d of them more than once, each under one id"
                .formatted(
                        times.size(), times.values().stream().filter(n -> n > 1).count());
    }
}
