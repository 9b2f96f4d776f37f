package io.tandem.channel.mail.read;

import io.tandem.channel.mail.read.ReadMail.Ids;
import java.util.List;
import java.util.regex.Pattern;

/** The ids by which mails name one another, without angle brackets. */
final class MessageIds {

    private static final int MOST = 200;
    private static final int LONGEST = 900;
    private static final Pattern ID = Pattern.compile("<([^<>]{1," + LONGEST + "})>");

    private MessageIds() {}

    static Ids of(Headers headers) {
        var own = headers.first("message-id").map(MessageIds::bare).filter(id -> !id.isEmpty());
        return new Ids(own.orElse(null), listed(headers, "in-reply-to"), listed(headers, "references"));
    }

    static String bare(String id) {
        var match = ID.matcher(id);
        var bare = (match.find() ? match.group(1) : id.replaceAll("[<>]", "")).replaceAll("\\s+", "");
        return bare.substring(0, Math.min(LONGEST, bare.length()));
    }

    /** Of too many the last ones: they are nearest to this mail. */
    private static List<String> listed(Headers headers, String name) {
        var ids = headers.all(name).stream()
                .flatMap(value -> ID.matcher(value).results())
                .map(id -> id.group(1).replaceAll("\\s+", ""))
                .distinct()
                .toList();
        return ids.subList(Math.max(0, ids.size() - MOST), ids.size());
    }
}
