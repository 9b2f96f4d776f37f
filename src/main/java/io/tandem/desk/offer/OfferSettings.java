package io.tandem.desk.offer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param mostTickets of how many solved tickets, the latest ones, the likeness is known
 * @param lookEvery how often newly closed tickets are looked for
 * @param goodRating from how many points on a customer counts as satisfied
 * @param leastConfidence that an article needs to be offered, 0 to 1
 * @param leastLikeness that a solved ticket needs to be offered, 0 to 1
 * @param draftConfidence from which an article is drafted as the reply rather than what a person has written before
 */
@ConfigurationProperties("tandem.offers")
record OfferSettings(
        @DefaultValue("200000") int mostTickets,
        @DefaultValue("5s") Duration lookEvery,
        @DefaultValue("4") int goodRating,
        @DefaultValue("0.25") double leastConfidence,
        @DefaultValue("0.3") double leastLikeness,
        @DefaultValue("0.5") double draftConfidence) {}
