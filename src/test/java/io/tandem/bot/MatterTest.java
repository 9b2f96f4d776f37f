package io.tandem.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.bot.Guesses.Guess;
import io.tandem.bot.Understanding.Autonomy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatterTest {

    private static final Article COSTS = article("costs");
    private static final Article RETURNS = article("returns");

    @Test
    void twoQuestionsAreAnsweredTogetherAndAreAsSureAsTheLessSureOne() {
        var read = read(
                "What does delivery cost? How do I return it?",
                Map.of(
                        "What does delivery cost? How do I return it?", guess(COSTS, 0.5),
                        "What does delivery cost?", guess(COSTS, 0.9),
                        "How do I return it?", guess(RETURNS, 0.8)));

        assertThat(read.best().orElseThrow()).isEqualTo(new Guess(List.of(COSTS, RETURNS), 0.8));
        assertThat(read.choices()).isEmpty();
    }

    @Test
    void aQuestionIsNotPassedOverForAnotherThatIsClearer() {
        var read = read(
                "What does delivery cost? How do I return it?",
                Map.of(
                        "What does delivery cost? How do I return it?", guess(COSTS, 0.95),
                        "What does delivery cost?", guess(COSTS, 0.9),
                        "How do I return it?", guess(RETURNS, 0.6)));

        assertThat(read.best().orElseThrow()).isEqualTo(new Guess(List.of(COSTS, RETURNS), 0.6));
        assertThat(read.either()).isZero();
    }

    @Test
    void whatIsHardlyAQuestionAboutAnythingIsNone() {
        var read = read(
                "What does delivery cost? Can you help?",
                Map.of(
                        "What does delivery cost? Can you help?", guess(COSTS, 0.8),
                        "What does delivery cost?", guess(COSTS, 0.9),
                        "Can you help?", guess(RETURNS, 0.3)));

        assertThat(read.best().orElseThrow().articles()).containsExactly(COSTS);
    }

    @Test
    void aStoryThatIsClearerAsAWholeIsOneQuestion() {
        var read = read(
                "I ordered a lamp. How do I return it?",
                Map.of(
                        "I ordered a lamp. How do I return it?", guess(RETURNS, 0.9),
                        "I ordered a lamp.", guess(COSTS, 0.6),
                        "How do I return it?", guess(RETURNS, 0.95)));

        assertThat(read.best().orElseThrow().articles()).containsExactly(RETURNS);
    }

    @Test
    void aStoryIsNoQuestionOfItsOwnHoweverClearItIs() {
        var read = read(
                "My lamp came yesterday. Can I send it back?",
                Map.of(
                        "My lamp came yesterday. Can I send it back?", guess(RETURNS, 0.7),
                        "My lamp came yesterday.", guess(COSTS, 0.9),
                        "Can I send it back?", guess(RETURNS, 0.8)));

        assertThat(read.best().orElseThrow().articles()).containsExactly(RETURNS);
    }

    @Test
    void sentencesAboutTheSameAreNoTwoQuestions() {
        var read = read(
                "Return it? How?",
                Map.of(
                        "Return it? How?", guess(RETURNS, 0.5),
                        "Return it?", guess(RETURNS, 0.9),
                        "How?", guess(RETURNS, 0.8)));

        assertThat(read.confidence()).isEqualTo(0.5);
    }

    @Test
    void aFollowUpIsReadInTheLightOfTheQuestionBefore() {
        var together = "What does delivery cost?\nAnd abroad?";
        var guesses = Map.of("And abroad?", guess(RETURNS, 0.2), together, guess(COSTS, 0.7));

        var read = new Matter("And abroad?", together).read(text -> guesses.getOrDefault(text, Guesses.NONE));

        assertThat(read.best().orElseThrow().first()).isEqualTo(COSTS);
    }

    @Test
    void aNewQuestionIsReadAlone() {
        var together = "What does delivery cost?\nHow do I return it?";
        var guesses = Map.of("How do I return it?", guess(RETURNS, 0.9), together, guess(COSTS, 0.7));

        var read = new Matter("How do I return it?", together).read(text -> guesses.getOrDefault(text, Guesses.NONE));

        assertThat(read.best().orElseThrow().first()).isEqualTo(RETURNS);
    }

    private static Guesses read(String words, Map<String, Guesses> guesses) {
        return new Matter(words, words).read(text -> guesses.getOrDefault(text, Guesses.NONE));
    }

    private static Guesses guess(Article article, double confidence) {
        return new Guesses(List.of(Guess.of(article, confidence)), confidence);
    }

    private static Article article(String id) {
        return new Article("en", id, id, id, Autonomy.ANSWER, List.of(), List.of(id), id);
    }
}
