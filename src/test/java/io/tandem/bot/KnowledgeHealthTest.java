package io.tandem.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** What operators read of the bot's knowledge. */
class KnowledgeHealthTest {

    private final Articles articles = TestKnowledge.articles();

    @Test
    void aBotThatCannotLearnIsDegradedAndSaysWhoAnswersMeanwhile() {
        var begins = new CountDownLatch(1);
        var synonyms = mock(Synonyms.class, call -> {
            begins.await();
            throw new IllegalStateException("the page is torn");
        });
        var torn = new Classifiers(articles, synonyms, new LearntBefore(Path.of("target/tests-data")));
        assertThat(health(torn).getStatus()).isEqualTo(new Status("LEARNING"));

        begins.countDown();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> health(torn).getStatus().getCode().equals("DEGRADED"));
        assertThat(health(torn).getStatus().getDescription()).contains("people answer everything");
        assertThat(String.valueOf(health(torn).getDetails().get("articles"))).contains("de=", "en=");
        torn.stop();
    }

    @Test
    void oneThatHasLearntIsUp() {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> health(TestKnowledge.classifiers()).getStatus().equals(Status.UP));
    }

    private Health health(Classifiers classifiers) {
        return new KnowledgeHealth(articles, classifiers).health();
    }
}
