package io.tandem.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tandem.channel.messenger.Arrival;
import io.tandem.channel.messenger.Offered;
import io.tandem.channel.messenger.Saying;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What customers send by Telegram, as the Bot API's documentation shows it. */
class TelegramMessageTest {

    @Test
    void aTextComesWithWhoWroteItAndWhen() {
        var message = message("\"text\": \"Where is my parcel?\"");

        assertThat(message.isPrivate()).isTrue();
        assertThat(message.isFromABot()).isFalse();
        assertThat(message.arrival("1111111"))
                .returns("telegram", Arrival::channel)
                .returns("1111111", Arrival::address)
                .returns("1111111/1365", Arrival::providerId)
                .returns(Instant.ofEpochSecond(1441645532), Arrival::at)
                .returns("Karla Kunde", Arrival::name)
                .returns("de-AT", Arrival::language)
                .returns("Where is my parcel?", Arrival::text);
    }

    @Test
    void ofAPhotoTheLargestSizeIsTaken() {
        var arrival = message(
                        "\"caption\": \" Broken! \", \"media_group_id\": \"12345\", \"photo\": ["
                                + "{\"file_id\": \"small\", \"file_unique_id\": \"a\", \"width\": 90, \"height\": 67, \"file_size\": 1331},"
                                + "{\"file_id\": \"large\", \"file_unique_id\": \"b\", \"width\": 1280, \"height\": 960, \"file_size\": 145000},"
                                + "{\"file_id\": \"middle\", \"file_unique_id\": \"c\", \"width\": 320, \"height\": 240, \"file_size\": 23000}]")
                .arrival("1");

        assertThat(arrival.text()).isEqualTo("Broken!");
        assertThat(arrival.files()).containsExactly(new Offered("large", "photo.jpg", 145000));
    }

    @Test
    void filesKeepTheirNames() {
        assertThat(
                        files(
                                "\"document\": {\"file_id\": \"D\", \"file_name\": \"Rech\\u202Enung.pdf\", \"mime_type\": \"application/pdf\", \"file_size\": 9}"))
                .isEqualTo(new Offered("D", "Rech\u202Enung.pdf", 9));
        assertThat(files("\"voice\": {\"file_id\": \"V\", \"duration\": 3, \"mime_type\": \"audio/ogg\"}"))
                .isEqualTo(new Offered("V", "voice.ogg", 0));
        assertThat(
                        files(
                                "\"video\": {\"file_id\": \"F\", \"width\": 1, \"height\": 1, \"duration\": 3, \"file_size\": 7}"))
                .isEqualTo(new Offered("F", "video.mp4", 7));
        assertThat(
                        files(
                                "\"animation\": {\"file_id\": \"A\", \"file_name\": \"cat.mp4\"}, \"document\": {\"file_id\": \"A\", \"file_name\": \"cat.mp4\"}"))
                .isEqualTo(new Offered("A", "cat.mp4", 0));
    }

    @Test
    void whatIsNoTextIsSaidInWords() {
        assertThat(saying("\"sticker\": {\"file_id\": \"S\", \"type\": \"regular\", \"emoji\": \"👍\"}"))
                .isEqualTo(Saying.sticker("👍"));
        assertThat(saying("\"location\": {\"latitude\": 52.52, \"longitude\": 13.405}"))
                .isEqualTo(Saying.location(52.52, 13.405, ""));
        assertThat(saying(
                        "\"location\": {\"latitude\": 1, \"longitude\": 2}, \"venue\": {\"location\": {\"latitude\": 52.52,"
                                + " \"longitude\": 13.405}, \"title\": \"Depot\", \"address\": \"Ring 1\"}"))
                .isEqualTo(Saying.location(52.52, 13.405, "Depot, Ring 1"));
        assertThat(saying("\"contact\": {\"phone_number\": \"+4930123\", \"first_name\": \"Otto\"}"))
                .isEqualTo(Saying.contact("Otto", "+4930123"));
        assertThat(saying("\"poll\": {\"id\": \"1\", \"question\": \"Why?\"}")).isEqualTo(Saying.other("poll"));
    }

    @Test
    void anAddressBehindWordsIsNotLost() {
        var arrival = message("\"text\": \"😀 see here and there\", \"entities\": ["
                        + "{\"type\": \"text_link\", \"offset\": 7, \"length\": 4, \"url\": \"https://a.example\"},"
                        + "{\"type\": \"bold\", \"offset\": 0, \"length\": 2},"
                        + "{\"type\": \"text_link\", \"offset\": 16, \"length\": 5, \"url\": \"https://b.example\"},"
                        + "{\"type\": \"text_link\", \"offset\": 900, \"length\": 5, \"url\": \"https://c.example\"}]")
                .arrival("1");

        assertThat(arrival.text()).isEqualTo("😀 see here (https://a.example) and there (https://b.example)");
    }

    @Test
    void startIsNoMatter() {
        assertThat(message("\"text\": \"/start\"").isStart()).isTrue();
        assertThat(message("\"text\": \"/start shop_42\"").isStart()).isTrue();
        assertThat(message("\"text\": \"/help@waldkauz_bot\"").isStart()).isTrue();
        assertThat(message("\"text\": \"/starting is hard\"").isStart()).isFalse();
    }

    @Test
    void aNoteOfTelegramIsNobodysWords() {
        assertThat(message("\"message_auto_delete_timer_changed\": {\"message_auto_delete_time\": 86400}")
                        .arrival("1")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whatIsOddIsMissing() {
        var odd = new TelegramMessage(json("{\"chat\": [1], \"from\": 7, \"text\": {\"a\": 1}, \"photo\": [3, null],"
                + " \"entities\": \"x\", \"sticker\": \"y\", \"date\": \"soon\"}"));

        assertThat(odd.isPrivate()).isFalse();
        assertThat(odd.arrival("1").text()).isEmpty();
        assertThat(message("\"text\": \"a\\u0000b\\ud800c\"").arrival("1").text())
                .isEqualTo("abc");
    }

    @Test
    void groupsAreNotServed() {
        assertThat(new TelegramMessage(json("{\"chat\": {\"id\": -100123, \"type\": \"supergroup\"}}")).isPrivate())
                .isFalse();
    }

    private static Offered files(String content) {
        return message(content).arrival("1").files().get(0);
    }

    private static Saying saying(String content) {
        var arrival = message(content).arrival("1");
        assertThat(arrival.sayings()).hasSize(1);
        return arrival.sayings().get(0);
    }

    private static TelegramMessage message(String content) {
        return new TelegramMessage(json("""
                {"message_id": 1365, "date": 1441645532,
                 "from": {"id": 1111111, "is_bot": false, "first_name": "Karla", "last_name": "Kunde", "language_code": "de-AT"},
                 "chat": {"id": 1111111, "type": "private", "first_name": "Karla", "last_name": "Kunde"},
                 %s}""".formatted(content)));
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
