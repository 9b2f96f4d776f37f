package io.tandem.retention;

import io.tandem.content.BrokenFile;
import io.tandem.content.FlatYaml;
import io.tandem.content.Utf8;
import java.time.Period;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads {@code retention.yml}; whatever cannot be meant is refused with its line and the reason. */
final class RetentionFile {

    static final String NAME = "retention.yml";

    private static final String CONVERSATION = "conversation";
    private static final String DELIVERIES = "deliveries";
    private static final String FIGURES = "figures";
    private static final String NIGHT = "night";

    private static final Pattern LENGTH = Pattern.compile("(\\d{1,4}) (day|month|year)s?");
    private static final int DAYS_A_MONTH = 30;

    private final FlatYaml yaml;

    private RetentionFile(byte[] bytes) {
        yaml = new FlatYaml(NAME, 0, Utf8.decoded(NAME, bytes));
        yaml.mustOnlyHave(new TreeSet<>(Set.of(CONVERSATION, DELIVERIES, FIGURES, NIGHT)));
    }

    /**
     * Conversations are kept until all that is counted out of them has been: ratings that say whether the bot may answer
     * count for 90 days, a month's figures are drawn up in the next one, and agents see theirs of the last three.
     *
     * @throws BrokenFile if it cannot be used
     */
    static Retention read(byte[] bytes) {
        var file = new RetentionFile(bytes);
        return new Retention(
                file.length(CONVERSATION, 4 * DAYS_A_MONTH, "4 months"),
                file.length(DELIVERIES, 14, "14 days"),
                file.length(FIGURES, 12 * DAYS_A_MONTH, "1 year"),
                file.night());
    }

    private Period length(String name, int leastDays, String least) {
        var text = yaml.text(name);
        var written = LENGTH.matcher(text);
        if (!written.matches()) {
            throw yaml.broken(name, "\"" + text + "\" is no length of time; write one like 24 months or 90 days");
        }
        var number = Integer.parseInt(written.group(1));
        var length = switch (written.group(2)) {
            case "day" -> Period.ofDays(number);
            case "month" -> Period.ofMonths(number);
            default -> Period.ofYears(number);
        };
        if (length.toTotalMonths() * DAYS_A_MONTH + length.getDays() < leastDays) {
            throw yaml.broken(name, "\"" + text + "\" is too short; at least " + least);
        }
        return length;
    }

    private Night night() {
        try {
            return Night.parse(yaml.text(NIGHT));
        } catch (IllegalArgumentException noNight) {
            throw yaml.broken(NIGHT, String.valueOf(noNight.getMessage()));
        }
    }
}
