package io.tandem.desk.offer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the agent's form offers; nothing in it has to be used.
 *
 * @param basedOn the position of the customer's latest message when it was looked for
 * @param language of the ticket and of all that is offered
 */
record OfferList(
        int basedOn,
        String language,
        @Nullable DraftOffer draft,
        List<ArticleOffer> articles,
        List<SimilarOffer> similar) {

    /**
     * A whole reply, plain text.
     *
     * @param id of the offer that it was made from: using it is using that
     * @param wordable whether the operator's language model can still word it better
     */
    record DraftOffer(UUID id, String text, boolean wordable) {}

    /** @param text the article as it can be typed */
    record ArticleOffer(UUID id, String article, String title, String url, String text, double confidence) {}

    /** @param rating from 1 to 5, if the customer gave one */
    record SimilarOffer(
            UUID id,
            String matter,
            String text,
            boolean byBot,
            @Nullable Integer rating,
            Instant closedAt) {}
}
