package io.tandem.desk.offer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.desk.offer.SolvedIndex.Hit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SolvedIndexTest {

    private final SolvedIndex index = new SolvedIndex();
    private UUID blender;

    @BeforeEach
    void someAreKnown() {
        blender = put("en", "blender", "My blender plays the national anthem at night");
        put("en", "parcel", "Where is my parcel? It should have come on Monday");
        put("en", "parcel", "The parcel arrived broken and wet");
        put("de", "blender", "Mein Mixer spielt nachts die Nationalhymne");
        index.show();
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void theLikestComesFirstInOtherFormsOfTheSameWords() {
        var hits = index.like("en", null, "blenders playing an anthem", 5);

        assertThat(hits).first().extracting(Hit::ticket).isEqualTo(blender);
        assertThat(hits.get(0).likeness()).isBetween(0.4, 1.0);
    }

    @Test
    void otherLanguagesAreNotMixedIn() {
        assertThat(index.like("de", "blender", "Der Mixer spielt die Hymne", 5)).hasSize(1);
        assertThat(index.like("fr", null, "blender", 5)).isEmpty();
    }

    @Test
    void whoTalksOfSomethingNewIsLikeNobody() {
        var hits = index.like("en", null, "Do you sell vouchers for parcel insurance to companies abroad?", 5);

        assertThat(hits).allSatisfy(hit -> assertThat(hit.likeness()).isLessThan(0.3));
    }

    @Test
    void theSameTopicTellsButWordsAreNeeded() {
        var same = index.like("en", "parcel", "parcel wet", 5);
        var none = index.like("en", null, "parcel wet", 5);

        assertThat(same.get(0).likeness()).isGreaterThan(none.get(0).likeness());
        assertThat(index.like("en", "parcel", "voucher", 5)).isEmpty();
    }

    @Test
    void aTicketIsThereOnceHoweverOftenItIsPut() {
        index.put(ticket(blender, "en", "blender"), "It is a toaster after all");
        index.show();

        assertThat(index.size()).isEqualTo(4);
        assertThat(index.like("en", null, "anthem", 5)).isEmpty();
        assertThat(index.like("en", null, "toaster", 5)).hasSize(1);
    }

    @Test
    void whatIsForgottenIsNotFound() {
        index.forget(List.of(blender));
        index.show();

        assertThat(index.like("en", null, "blender anthem", 5)).isEmpty();
    }

    @Test
    void theOldestCanGo() {
        index.forgetClosedBefore(Instant.EPOCH.plusSeconds(1));
        index.show();

        assertThat(index.size()).isZero();
    }

    @Test
    void allAreListedPageByPage() {
        for (int i = 0; i < 1_200; i++) put("en", "x", "word" + i);
        index.show();
        var all = new ArrayList<UUID>();

        index.eachPage(all::addAll);

        assertThat(all).hasSize(1_204).doesNotHaveDuplicates();
    }

    @Test
    void wordsThatNobodyCanReadFindNothing() {
        assertThat(index.like("en", "parcel", "", 5)).isEmpty();
        assertThat(index.like("en", null, "?!… +-&&||!(){}[]^\"~*:\\/", 5)).isEmpty();
        assertThat(index.like("en", null, "blender ".repeat(10_000), 5)).isNotEmpty();
    }

    private UUID put(String language, String topic, String words) {
        var id = UUID.randomUUID();
        index.put(ticket(id, language, topic), words);
        return id;
    }

    private static SolvedTicket ticket(UUID id, String language, String topic) {
        return new SolvedTicket(id, Instant.EPOCH, language, topic, 5);
    }
}
