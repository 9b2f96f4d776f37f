package io.tandem.content;

import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfile;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells in which of our languages a text is written. The ticket's language stands until the text speaks clearly for
 * another one: a letter weighs little, a short sentence enough.
 */
@Component
public final class SpokenLanguage {

    private static final Logger log = LoggerFactory.getLogger(SpokenLanguage.class);
    private static final Pattern NO_LANGUAGE = Pattern.compile("\\S*[@\\d/]\\S*|[^\\p{L}'’]+");
    private static final int SHORT_TEXT = 1_000;
    private static final int LONGEST_TEXT = 1_000;
    /** The detector is far too sure of short texts: its odds count in full from so many letters on. */
    private static final double LETTERS_TO_TRUST = 25;

    private static final double ODDS_OF_STAYING = 50;
    private static final double LEAST = 0.0005;

    private final List<LanguageProfile> profiles;
    private final LanguageDetector detector;

    public SpokenLanguage(Languages languages) {
        profiles = languages.all().stream()
                .flatMap(language -> profile(language).stream())
                .toList();
        detector = LanguageDetectorBuilder.create(NgramExtractors.standard())
                .shortTextAlgorithm(SHORT_TEXT)
                .minimalConfidence(0)
                .probabilityThreshold(0)
                .seed(1)
                .withProfiles(profiles)
                .build();
    }

    private static Optional<LanguageProfile> profile(String language) {
        try {
            return Optional.of(new LanguageProfileReader().readBuiltIn(LdLocale.fromString(language)));
        } catch (IOException | RuntimeException e) {
            log.warn("The language {} cannot be told from others by its texts: {}", language, e.getMessage());
            return Optional.empty();
        }
    }

    /** @param ticketLanguage which the ticket has so far */
    public String of(String text, String ticketLanguage) {
        if (profiles.size() < 2) return ticketLanguage;
        var start = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        var words = NO_LANGUAGE.matcher(start).replaceAll(" ").strip();
        var trust = Math.min(1, words.replace(" ", "").length() / LETTERS_TO_TRUST);
        var stay = trust * Math.log(LEAST);
        var found = detector.getProbabilities(words);
        for (var candidate : found) {
            if (candidate.getLocale().getLanguage().equals(ticketLanguage))
                stay = weight(candidate.getProbability(), trust);
        }
        for (var candidate : found) {
            var weight = weight(candidate.getProbability(), trust);
            if (weight > stay + Math.log(ODDS_OF_STAYING))
                return candidate.getLocale().getLanguage();
        }
        return ticketLanguage;
    }

    private static double weight(double probability, double trust) {
        return trust * Math.log(Math.max(LEAST, probability));
    }
}
