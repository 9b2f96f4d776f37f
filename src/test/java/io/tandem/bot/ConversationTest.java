package io.tandem.bot;

import static io.tandem.bot.TestKnowledge.bot;
import static io.tandem.bot.TestKnowledge.botAsks;
import static io.tandem.bot.TestKnowledge.conversation;
import static io.tandem.bot.TestKnowledge.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {

    private static final Source LABEL = new Source("return-label", "Where do I get the return label?");
    private static final Source PERIOD = new Source("return-period", "How long do I have to return something?");
    private static final Message UNCLEAR = customer("Something about returns");
    private static final Message QUESTION = botAsks("This or that?", LABEL, PERIOD);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Where do I get the return label?        | return-label
            where do i  get the RETURN label        | return-label
            How long do I have to return something? | return-period
            1                                       | return-label
            2.                                      | return-period
            a)                                      | return-label
            (B)                                     | return-period
            the first one, please                   | return-label
            I mean the second                       | return-period
            option 2                                | return-period
            the latter                              | return-period
            das erste                               | return-label
            Das zweite bitte!                       | return-period
            Ersteres                                | return-label
            Nummer 2                                | return-period
            """)
    void aTitleOrAPlaceIsAChoice(String words, String article) {
        assertThat(asked(customer(words)).choiceMade()).map(Source::article).hasValue(article);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the label",
                "neither",
                "3",
                "both, first and second",
                "12",
                "please",
                "the first parcel is late",
                "😀",
                "a 1"
            })
    void anythingElseIsReadAsWhatItSays(String words) {
        assertThat(asked(customer(words)).choiceMade()).isEmpty();
    }

    @Test
    void onlyAnOpenQuestionCanBeAnsweredByAChoice() {
        assertThat(asked().choiceMade()).isEmpty();
        assertThat(conversation("en", customer("1")).choiceMade()).isEmpty();
        assertThat(asked(customer("1"), bot("Here ...", "return-label"), customer("2"))
                        .choiceMade())
                .isEmpty();
    }

    @Test
    void aQuestionAndWhatTheCustomerSaysToItBelongTogether() {
        assertThat(asked(customer("the label")).lastWords()).isEqualTo("Something about returns\nthe label");
        assertThat(asked(customer("the label")).newWords()).isEqualTo("the label");
        assertThat(asked().newWords()).isEmpty();
    }

    @Test
    void whoSaysTheSameAgainMeansNothingElse() {
        assertThat(asked(customer("Something about returns")).lastWords()).isEqualTo("Something about returns");
    }

    @Test
    void anAnswerEndsWhatWasAskedBefore() {
        var conversation = asked(customer("1"), bot("Here ...", "return-label"), customer("Thanks"));

        assertThat(conversation.lastWords()).isEqualTo("Thanks");
    }

    @Test
    void aQuestionBackIsNoAnswer() {
        var conversation = asked(customer("1"), bot("Here ...", "return-label"));

        assertThat(conversation.askedBack()).isTrue();
        assertThat(conversation.rounds()).isEqualTo(1);
        assertThat(conversation.smallTalks()).isZero();
        assertThat(conversation.articlesGiven()).containsExactly("return-label");
    }

    @Test
    void smallTalkIsNoAnswerEither() {
        var conversation = conversation("en", customer("Hello"), botAsks("What is it about?"), customer("Returns"));

        assertThat(conversation.smallTalks()).isEqualTo(1);
        assertThat(conversation.lastWords()).isEqualTo("Returns");
        assertThat(conversation.askedBack()).isFalse();
        assertThat(conversation.rounds()).isZero();
        assertThat(conversation.lastAnswer()).isEmpty();
    }

    private static Conversation asked(Message... then) {
        var said = new Message[then.length + 2];
        said[0] = UNCLEAR;
        said[1] = QUESTION;
        System.arraycopy(then, 0, said, 2, then.length);
        return conversation("en", said);
    }
}
