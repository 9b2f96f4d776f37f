package io.tandem.insight;

import io.tandem.content.Texts;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures, months and times as the reader writes them. */
final class InWords {

    private final Texts texts;
    private final String language;
    private final Locale locale;
    private final ZoneId zone;

    /** @param reader as the browser wishes it; its region counts only if the page is in the same language */
    InWords(Texts texts, String language, Locale reader, ZoneId zone) {
        this.texts = texts;
        this.language = language;
        this.locale = reader.getLanguage().equals(language) ? reader : Locale.forLanguageTag(language);
        this.zone = zone;
    }

    String text(String key) {
        return texts.get(language, key);
    }

    String text(String key, Map<String, ?> values) {
        return texts.get(language, key, values);
    }

    /** "–" where there is nothing: a mean of nothing is no zero. */
    String amount(Figure figure, @Nullable Amount amount) {
        if (figure.unit() == Figure.Unit.COUNT) return number(amount == null ? 0 : amount.cases());
        if (amount == null || amount.cases() == 0) return "–";
        return figure.unit() == Figure.Unit.SECONDS
                ? time(Duration.ofSeconds(Math.round(amount.mean())))
                : points(amount);
    }

    String points(Amount ratings) {
        if (ratings.cases() == 0) return "–";
        var format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return text("figure.points", Map.of("mean", format.format(ratings.mean()), "count", number(ratings.cases())));
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    private String time(Duration time) {
        if (time.toHours() > 0) return text("figure.hours", Map.of("h", time.toHours(), "min", time.toMinutesPart()));
        if (time.toMinutes() > 0) return text("figure.minutes", Map.of("min", time.toMinutes()));
        return text("figure.seconds", Map.of("s", time.toSeconds()));
    }

    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month);
    }

    String moment(@Nullable Instant at) {
        return at == null
                ? ""
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(at.atZone(zone));
    }
}
