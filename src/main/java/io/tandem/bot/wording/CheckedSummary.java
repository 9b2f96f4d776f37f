package io.tandem.bot.wording;

import java.util.regex.Pattern;

/** A language model's summary that agents may read: short, plain, and with no number or address that nobody wrote. */
final class CheckedSummary {

    private static final int LONGEST = 400;
    private static final Pattern MARKUP = Pattern.compile("[\\p{Cntrl}]|<[a-zA-Z/!?]|[`*_#\\[\\]]|&#|&[a-zA-Z]{2,31};");

    private CheckedSummary() {}

    /** @throws Unusable if it may not be shown */
    static String of(String said, Transcript transcript) {
        var own = Placeholders.without(said);
        var words = transcript.text();
        if (own.isBlank()) throw Unusable.dropped("the summary is empty");
        if (said.length() > LONGEST) throw Unusable.dropped("the summary is too long");
        if (MARKUP.matcher(own).find()) throw Unusable.dropped("the summary has markup");
        if (!Links.in(words).containsAll(Links.in(own)))
            throw Unusable.dropped("the summary has a link or an address that nobody wrote");
        if (!Figures.in(words).containsAll(Figures.in(own)))
            throw Unusable.dropped("the summary has a number or a date that nobody wrote");
        return said;
    }
}
