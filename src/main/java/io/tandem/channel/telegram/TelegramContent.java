package io.tandem.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.api.FitText;
import io.tandem.channel.messenger.Offered;
import io.tandem.channel.messenger.Saying;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What a message holds besides its text: files, and what is said in words. */
record TelegramContent(List<Saying> sayings, List<Offered> files) {

    /** How a file without a name is called; an animation comes as a document, too, and is found first. */
    private static final List<Map.Entry<String, String>> FILES = List.of(
            Map.entry("animation", "animation.mp4"),
            Map.entry("document", "document"),
            Map.entry("voice", "voice.ogg"),
            Map.entry("audio", "audio.mp3"),
            Map.entry("video", "video.mp4"),
            Map.entry("video_note", "video.mp4"));

    /** What people see in a message and we cannot show. All else is Telegram's note about the chat, and nobody's words. */
    private static final List<String> OTHERS =
            List.of("poll", "dice", "game", "story", "paid_media", "invoice", "giveaway", "checklist");

    static TelegramContent of(JsonNode message) {
        return new TelegramContent(sayings(message), files(message));
    }

    private static List<Offered> files(JsonNode message) {
        if (message.path("photo").isArray()) return largest(message.path("photo"));
        return FILES.stream()
                .filter(kind -> message.path(kind.getKey()).isObject())
                .map(kind -> offered(message.path(kind.getKey()), kind.getValue()))
                .limit(1)
                .toList();
    }

    private static List<Offered> largest(JsonNode sizes) {
        return StreamSupport.stream(sizes.spliterator(), false)
                .filter(size -> size.path("file_size").asLong() <= TelegramApi.LARGEST_FILE)
                .max(Comparator.comparingLong(size ->
                        size.path("width").asLong() * size.path("height").asLong()))
                .map(size -> List.of(offered(size, "photo.jpg")))
                .orElse(List.of());
    }

    private static Offered offered(JsonNode file, String otherwise) {
        var name = FitText.cleanedName(file.path("file_name").asText());
        return new Offered(
                file.path("file_id").asText(),
                name == null ? otherwise : name,
                file.path("file_size").asLong());
    }

    private static List<Saying> sayings(JsonNode message) {
        var sayings = new ArrayList<Saying>();
        if (message.path("sticker").isObject()) sayings.add(Saying.sticker(text(message.path("sticker"), "emoji")));
        if (message.path("venue").isObject()) sayings.add(venue(message.path("venue")));
        else if (message.path("location").isObject()) sayings.add(location(message.path("location"), ""));
        if (message.path("contact").isObject()) sayings.add(contact(message.path("contact")));
        OTHERS.stream().filter(message::has).map(Saying::other).forEach(sayings::add);
        return sayings;
    }

    private static Saying venue(JsonNode venue) {
        return location(venue.path("location"), text(venue, "title") + ", " + text(venue, "address"));
    }

    private static Saying location(JsonNode place, String where) {
        return Saying.location(
                place.path("latitude").asDouble(), place.path("longitude").asDouble(), where);
    }

    private static Saying contact(JsonNode contact) {
        var name = (text(contact, "first_name") + " " + text(contact, "last_name")).strip();
        return Saying.contact(name, text(contact, "phone_number"));
    }

    private static String text(JsonNode node, String field) {
        return FitText.cleaned(node.path(field).asText()).strip();
    }
}
