package io.tandem.bot;

import static io.tandem.bot.TestKnowledge.bot;
import static io.tandem.bot.TestKnowledge.botAsks;
import static io.tandem.bot.TestKnowledge.conversation;
import static io.tandem.bot.TestKnowledge.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.bot.Understanding.Autonomy;
import io.tandem.bot.Understanding.Mood;
import io.tandem.bot.Wording.Worded;
import io.tandem.ticket.Message.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleBotTest {

    private final Articles articles = TestKnowledge.articles();
    private final Bot bot = that(Wording.AS_WRITTEN);

    private static ArticleBot that(Wording wording) {
        return TestKnowledge.articleBot(wording);
    }

    @Test
    void aShortSentenceInOurOtherLanguageIsAnsweredInIt() {
        assertThat(bot.understand(conversation("de", customer("When do I get my refund?")))
                        .language())
                .isEqualTo("en");
        assertThat(bot.understand(conversation("en", customer("Passwort vergessen")))
                        .language())
                .isEqualTo("de");
    }

    @Test
    void itUnderstandsAndAnswersFromTheArticle() {
        var conversation = conversation("de", customer("Ich habe mein Passwort vergessen"));

        var understood = bot.understand(conversation);
        var found = bot.answer(conversation);

        assertThat(understood.language()).isEqualTo("de");
        assertThat(understood.topic()).isEqualTo("password-reset");
        assertThat(understood.autonomy()).isEqualTo(Autonomy.ANSWER);
        assertThat(understood.mood()).isEqualTo(Mood.CALM);
        assertThat(understood.wantsHuman()).isFalse();
        assertThat(understood.confidence()).isGreaterThan(0.9);
        var article = articles.find("de", "password-reset").orElseThrow();
        assertThat(found.text()).isEqualTo(article.text());
        assertThat(found.sources()).containsExactly(new Source("password-reset", article.title()));
        assertThat(found.topic()).isEqualTo("password-reset");
        assertThat(found.confidence()).isEqualTo(understood.confidence());
    }

    @Test
    void itAnswersInTheLanguageThatTheCustomerTurnsTo() {
        var conversation = conversation("de", customer("Hi, I forgot my password, what can I do?"));

        assertThat(bot.understand(conversation).language()).isEqualTo("en");
        assertThat(bot.answer(conversation).text())
                .isEqualTo(articles.find("en", "password-reset").orElseThrow().text());
    }

    @Test
    void anArticleIsNotGivenTwiceAndTheNextBestIsNoSurerForThat() {
        var asked = customer("Ich habe mein Passwort vergessen");
        var first = bot.answer(conversation("de", asked));

        var second = bot.answer(
                conversation("de", asked, bot(first.text(), "password-reset"), customer("Passwort vergessen!")));

        assertThat(second.sources()).doesNotContainAnyElementsOf(first.sources());
        assertThat(second.confidence()).isLessThan(0.5);
    }

    @Test
    void betweenTwoTopicsItNamesBoth() {
        var unclear = conversation("en", customer("invoice copy or business invoice"));

        var found = bot.answer(unclear);

        assertThat(found.choices())
                .extracting(Source::article)
                .containsExactlyInAnyOrder("invoice-copy", "business-invoice");
        assertThat(found.choices().get(0)).isEqualTo(found.sources().get(0));
        assertThat(found.confidence()).isLessThan(0.7);
        assertThat(found.either()).isGreaterThan(0.7);
        assertThat(bot.understand(unclear).either()).isEqualTo(found.either());
    }

    @Test
    void ofAChoiceItIsSure() {
        var unclear = customer("falsches oder beschädigtes Ding");
        var wrong = articles.find("de", "wrong-item").orElseThrow().source();
        var damaged = articles.find("de", "damaged-goods").orElseThrow().source();

        for (var words : new String[] {"2", damaged.title()}) {
            var chosen = conversation("de", unclear, botAsks("Dies oder das?", wrong, damaged), customer(words));
            assertThat(bot.understand(chosen).topic()).isEqualTo("damaged-goods");
            assertThat(bot.understand(chosen).language()).isEqualTo("de");
            assertThat(bot.answer(chosen).sources()).containsExactly(damaged);
            assertThat(bot.answer(chosen).confidence()).isEqualTo(1);
            assertThat(bot.answer(chosen).choices()).isEmpty();
        }
    }

    @Test
    void aGreetingIsAboutNothing() {
        var greeted = bot.understand(conversation("en", customer("Hello")));

        assertThat(greeted.smallTalk()).isEqualTo(SmallTalk.GREETING);
        assertThat(greeted.topic()).isNull();
        assertThat(greeted.confidence()).isZero();
    }

    @Test
    void ofWhatItDoesNotKnowItIsNotSure() {
        var gibberish = conversation("en", customer("xyzzy 🙂"));

        assertThat(bot.answer(gibberish).confidence()).isLessThan(0.3);
        assertThat(bot.understand(gibberish).confidence()).isLessThan(0.3);
        assertThat(bot.answer(conversation("fr", customer("xyzzy 🙂"))).confidence())
                .isLessThan(0.3);
        assertThat(bot.autonomyIn("unheard-of")).isEqualTo(Autonomy.OFF);
    }

    @Test
    void itHearsTheWishForAPersonInAnyLanguage() {
        assertThat(bot.understand(conversation("de", customer("real person please")))
                        .wantsHuman())
                .isTrue();
        assertThat(bot.understand(conversation("en", customer("Mensch bitte"))).wantsHuman())
                .isTrue();
    }

    @Test
    void whoAsksForAPersonHasToldTheMatterBefore() {
        var asked = customer("I forgot my password");
        var answer = bot("Press ...", "password-reset");

        var understood = bot.understand(conversation("en", asked, answer, customer("real person please")));

        assertThat(understood.wantsHuman()).isTrue();
        assertThat(understood.topic()).isEqualTo("password-reset");
    }

    @Test
    void whereJudgementIsNeededItOnlySuggests() {
        var fraud = conversation("en", customer("Somebody has ordered in my name, it was not me"));

        assertThat(bot.understand(fraud).autonomy()).isEqualTo(Autonomy.SUGGEST);
        assertThat(bot.answer(fraud).sources()).extracting(Source::article).containsExactly("identity-fraud");
    }

    @Test
    void onlyWhatItMaySayIsWorded() {
        var worded = that((conversation, found) ->
                new Worded("In other words", List.of(found.get(0).source())));

        assertThat(worded.answer(conversation("en", customer("I forgot my password")))
                        .text())
                .isEqualTo("In other words");
        assertThat(worded.answer(conversation("en", customer("Somebody has ordered in my name, it was not me")))
                        .text())
                .isEqualTo(articles.find("en", "identity-fraud").orElseThrow().text());
    }
}
