package io.tandem.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tandem.channel.messenger.Arrival;
import io.tandem.channel.messenger.Offered;
import io.tandem.channel.messenger.Saying;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What customers send by WhatsApp, as the Cloud API's documentation shows it. */
class WhatsAppMessageTest {

    private static final String ID = "wamid.HBgLMTY0NjcwNDM1OTUVAgASGBQzQTdCNTg5RjY1MEMyRjlGMjRGNgA=";

    @Test
    void aTextComesWithWhoWroteItAndWhen() {
        assertThat(message("text", "\"text\": {\"body\": \"Where is my parcel?\"}")
                        .arrival())
                .returns("whatsapp", Arrival::channel)
                .returns("16505551234", Arrival::address)
                .returns(ID, Arrival::providerId)
                .returns(Instant.ofEpochSecond(1749416383), Arrival::at)
                .returns("Karla", Arrival::name)
                .returns("Where is my parcel?", Arrival::text);
    }

    @Test
    void filesComeWithTheirWords() {
        var image = message(
                        "image",
                        "\"image\": {\"caption\": \"Broken!\", \"mime_type\": \"image/jpeg\", \"sha256\": \"x\", \"id\": \"2754859441498128\"}")
                .arrival();
        assertThat(image.text()).isEqualTo("Broken!");
        assertThat(image.files()).containsExactly(new Offered("2754859441498128", "photo.jpg", 0));
        assertThat(message(
                                "document",
                                "\"document\": {\"filename\": \"invoice.pdf\", \"mime_type\": \"application/pdf\", \"id\": \"7\"}")
                        .arrival()
                        .files())
                .containsExactly(new Offered("7", "invoice.pdf", 0));
        assertThat(message(
                                "audio",
                                "\"audio\": {\"mime_type\": \"audio/ogg; codecs=opus\", \"id\": \"8\", \"voice\": true}")
                        .arrival()
                        .files())
                .containsExactly(new Offered("8", "voice.ogg", 0));
    }

    @Test
    void whatIsNoTextIsSaidInWords() {
        assertThat(message("sticker", "\"sticker\": {\"mime_type\": \"image/webp\", \"id\": \"9\"}")
                        .arrival()
                        .sayings())
                .containsExactly(Saying.sticker(""));
        assertThat(message(
                                "location",
                                "\"location\": {\"latitude\": 37.44, \"longitude\": -122.16, \"name\": \"Depot\", \"address\": \"Ring 1\"}")
                        .arrival()
                        .sayings())
                .containsExactly(Saying.location(37.44, -122.16, "Depot Ring 1"));
        assertThat(message(
                                "contacts",
                                "\"contacts\": [{\"name\": {\"formatted_name\": \"Otto\"}, \"phones\": [{\"phone\": \"+4930123\"}]}]")
                        .arrival()
                        .sayings())
                .containsExactly(Saying.contact("Otto", "+4930123"));
        assertThat(message("unsupported", "\"errors\": [{\"code\": 131051, \"title\": \"Message type unknown\"}]")
                        .arrival()
                        .sayings())
                .containsExactly(Saying.other("unsupported"));
    }

    @Test
    void aPressedButtonIsKnown() {
        var button = message(
                "interactive",
                "\"context\": {\"from\": \"15550783881\", \"id\": \"wamid.OURS\"}, \"interactive\": {\"type\": \"button_reply\","
                        + " \"button_reply\": {\"id\": \"press-1\", \"title\": \"That helped\"}}");
        assertThat(button.repliesTo()).isEqualTo("wamid.OURS");
        assertThat(button.press()).hasValue("press-1");
        assertThat(button.arrival().text()).isEqualTo("That helped");
        assertThat(message(
                                "interactive",
                                "\"interactive\": {\"type\": \"list_reply\", \"list_reply\": {\"id\": \"press-2\", \"title\": \"5\"}}")
                        .press())
                .hasValue("press-2");
        assertThat(message("text", "\"text\": {\"body\": \"x\"}").press()).isEmpty();
    }

    @Test
    void whatIsOddIsMissing() {
        var odd = message("text", "\"text\": [1, 2], \"interactive\": 5, \"context\": \"x\"");

        assertThat(odd.arrival().isEmpty()).isTrue();
        assertThat(odd.press()).isEmpty();
        assertThat(odd.repliesTo()).isEmpty();
        assertThat(new WhatsAppMessage(json("[]"), null).isFromSomebody()).isFalse();
        assertThat(new WhatsAppMessage(json("{\"from\": \"a'b\", \"id\": \"1\"}"), null).isFromSomebody())
                .isFalse();
    }

    @Test
    void onlyMetasSignatureFitsAndOnlyToTheVeryBytes() {
        var signature = new Signature("app-secret");
        var body = "{\"a\": \"ü\"}".getBytes(StandardCharsets.UTF_8);
        var right = signature.of(body);

        assertThat(right).matches("sha256=[0-9a-f]{64}");
        assertThat(signature.fits(right, body)).isTrue();
        assertThat(signature.fits(right, "{\"a\":\"ü\"}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(signature.fits(new Signature("another").of(body), body)).isFalse();
        assertThat(signature.fits(right.substring(7), body)).isFalse();
        assertThat(signature.fits("", body)).isFalse();
        assertThat(signature.fits(null, body)).isFalse();
    }

    /** As RFC 4231 has it, so that we and Meta mean the same. */
    @Test
    void theSignatureIsTheStandardsOne() {
        assertThat(new Signature("Jefe").of("what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    private static WhatsAppMessage message(String type, String content) {
        return new WhatsAppMessage(
                json("{\"from\": \"16505551234\", \"id\": \"%s\", \"timestamp\": \"1749416383\", \"type\": \"%s\", %s}"
                        .formatted(ID, type, content)),
                "Karla");
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
