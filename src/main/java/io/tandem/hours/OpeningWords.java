package io.tandem.hours;

import io.tandem.content.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says from when on people are there, as one would say it, by the clocks of the house: "tomorrow at 9:00 (CET)". */
@Component
public class OpeningWords {

    private static final int DAYS_THAT_A_WEEKDAY_NAMES = 6;

    private final BusinessHours hours;
    private final Texts texts;
    private final Clock clock;

    OpeningWords(BusinessHours hours, Texts texts, Clock clock) {
        this.hours = hours;
        this.texts = texts;
        this.clock = clock;
    }

    public String of(Instant moment, String language) {
        var locale = Locale.forLanguageTag(language);
        var there = moment.atZone(hours.zone());
        var days = ChronoUnit.DAYS.between(LocalDate.ofInstant(clock.instant(), hours.zone()), there.toLocalDate());
        return texts.get(
                language,
                "clock.when."
                        + (days <= 0
                                ? "today"
                                : days == 1 ? "tomorrow" : days <= DAYS_THAT_A_WEEKDAY_NAMES ? "weekday" : "date"),
                Map.of(
                        "time", DateTimeFormatter.ofPattern("H:mm", locale).format(there),
                        "zone", DateTimeFormatter.ofPattern("z", locale).format(there),
                        "weekday", DateTimeFormatter.ofPattern("EEEE", locale).format(there),
                        "date",
                                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                        .withLocale(locale)
                                        .format(there)));
    }
}
