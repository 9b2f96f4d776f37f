package io.tandem.hours;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;

/** When people are there on a day, in minutes after midnight; it may last until midnight. */
record Opening(int from, int to) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d?\\d):(\\d\\d) ?[-–] ?(\\d?\\d):(\\d\\d)");
    private static final int MIDNIGHT = 24 * 60;

    /** @throws IllegalArgumentException if it is no span of time within a day */
    static Opening parse(String text) {
        var found = WRITTEN.matcher(text);
        if (!found.matches()) throw new IllegalArgumentException("\"" + text + "\" is not like 09:00-12:30");
        var opening =
                new Opening(minute(found.group(1), found.group(2), text), minute(found.group(3), found.group(4), text));
        if (opening.from >= opening.to) {
            throw new IllegalArgumentException("\"" + text
                    + "\" ends before it begins; a night shift is written as two days: 22:00-24:00, 00:00-06:00");
        }
        return opening;
    }

    private static int minute(String hours, String minutes, String text) {
        int minute = Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
        if (Integer.parseInt(minutes) > 59 || minute > MIDNIGHT) {
            throw new IllegalArgumentException("\"" + text + "\" has a time that no clock shows");
        }
        return minute;
    }

    LocalDateTime begin(LocalDate day) {
        return day.atTime(LocalTime.MIN).plusMinutes(from);
    }

    LocalDateTime end(LocalDate day) {
        return day.atTime(LocalTime.MIN).plusMinutes(to);
    }
}
