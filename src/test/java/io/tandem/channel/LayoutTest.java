package io.tandem.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.ticket.Message.Author;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class LayoutTest {

    private static final Abilities SHORT = new Abilities(Markup.PLAIN, 60, 3, 20, DataSize.ofBytes(0));
    private static final Abilities NO_BUTTONS = new Abilities(Markup.PLAIN, 0, 0, 0, DataSize.ofBytes(0));

    @Test
    void whatFitsStaysTogether() {
        assertThat(laidOut("Hello.\n\nTwo **days**.", SHORT)).containsExactly("Hello.\n\nTwo days.");
    }

    @Test
    void longWordsAreSplitBetweenParagraphsFirst() {
        assertThat(laidOut("The first paragraph is about money.\n\nThe second one is about time.", SHORT))
                .containsExactly("The first paragraph is about money.", "The second one is about time.");
    }

    @Test
    void aLongParagraphIsSplitBetweenSentences() {
        assertThat(laidOut("The parcel is on its way to you, Karla. It arrives tomorrow at noon. Bye!", SHORT))
                .containsExactly("The parcel is on its way to you, Karla.", "It arrives tomorrow at noon. Bye!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ä", "😀", "*", "<", "a b"})
    void nothingIsLostHoweverLongItIs(String sign) {
        var words = sign.repeat(500);

        var pieces = laidOut(io.tandem.content.Markdown.escaped(words), SHORT);

        assertThat(pieces).allSatisfy(piece -> assertThat(piece).hasSizeLessThanOrEqualTo(60));
        assertThat(pieces.stream().map(piece -> piece.replace(" ", "")).collect(Collectors.joining()))
                .isEqualTo(words.replace(" ", ""));
    }

    @Test
    void buttonsBecomeLinksWhereThereAreNone() {
        assertThat(laidOut("Two days.", NO_BUTTONS).get(0))
                .contains("Two days.")
                .contains("https://help.example/press#x.human");
    }

    private static List<String> laidOut(String markdown, Abilities abilities) {
        var human = new Button("human", "Talk to a person", "https://help.example/press#x.human");
        return new Outgoing(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        1001,
                        "en",
                        "somewhere",
                        null,
                        Author.BOT,
                        null,
                        true,
                        markdown,
                        List.of(human),
                        List.of())
                .laidOut(abilities);
    }
}
