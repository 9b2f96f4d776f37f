package io.tandem.bot;

import static io.tandem.bot.TestKnowledge.conversation;
import static io.tandem.bot.TestKnowledge.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.bot.LabelledMessages.Message;
import io.tandem.ticket.Answer.Finding;
import io.tandem.ticket.Message.Source;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The shop's own articles, held to 484 messages by somebody who had read the answers but not the example questions; one
 * fifth is for people only. Nothing was changed by them but the confidence that {@code who-helps.dmn} asks for. Figures:
 * docs/bot.md.
 */
class ShopMessagesTest {

    /** What {@code who-helps.dmn} asks for. */
    private static final double SURE = 0.7;

    private final Bot bot = TestKnowledge.articleBot(Wording.AS_WRITTEN);

    private record Answered(Message message, Finding found) {

        boolean isInScope() {
            return !message.is("oos");
        }

        boolean isRight() {
            return found.sources().stream().map(Source::article).toList().equals(List.of(message.label()));
        }

        boolean isSure() {
            return found.confidence() >= SURE;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void whoIsSureIsRightNineteenTimesInTwenty(String language) {
        var answered = answered(language).toList();
        var sure = answered.stream().filter(Answered::isSure).toList();

        assertThat(share(sure, Answered::isRight)).isGreaterThan(0.93);
        assertThat(share(answered, Answered::isSure)).isGreaterThan(0.37);
        assertThat(share(answered.stream().filter(Answered::isInScope).toList(), Answered::isRight))
                .isGreaterThan(0.77);
    }

    @Test
    void aConfidencePromisesNoMoreThanTheShareOfRightAnswers() {
        var answered = Stream.of("de", "en").flatMap(this::answered).toList();

        for (double from = 0; from < 1; from += 0.25) {
            var lowest = from;
            var some = answered.stream()
                    .filter(each ->
                            each.found().confidence() >= lowest && each.found().confidence() < lowest + 0.25)
                    .toList();
            var mean =
                    some.stream().mapToDouble(each -> each.found().confidence()).average();

            assertThat(some).hasSizeGreaterThan(50);
            assertThat(share(some, Answered::isRight)).isBetween(mean.orElseThrow() - 0.08, mean.orElseThrow() + 0.2);
        }
    }

    private Stream<Answered> answered(String language) {
        return LabelledMessages.in("shop.tsv", language).stream()
                .map(message -> new Answered(message, bot.answer(conversation(language, customer(message.text())))));
    }

    private static double share(List<Answered> of, Predicate<Answered> with) {
        return of.stream().filter(with).count() / (double) of.size();
    }
}
