package io.tandem.hours;

import io.tandem.content.BrokenFile;
import io.tandem.content.FlatYaml;
import io.tandem.content.FlatYaml.Line;
import io.tandem.content.Utf8;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads {@code calendar.yml}; whatever cannot be meant is refused with its line and the reason. */
final class CalendarFile {

    static final String NAME = "calendar.yml";

    private static final String ZONE = "time-zone";
    private static final String HOLIDAYS = "holidays";
    private static final String CLOSED = "closed";
    private static final String NO_HOLIDAYS = "none";

    private final FlatYaml yaml;

    private CalendarFile(byte[] bytes) {
        yaml = new FlatYaml(NAME, 0, Utf8.decoded(NAME, bytes));
        var names = new TreeSet<>(Set.of(ZONE, HOLIDAYS, CLOSED));
        Arrays.stream(DayOfWeek.values()).forEach(day -> names.add(written(day)));
        yaml.mustOnlyHave(names);
    }

    /**
     * @param today a calendar by which nobody is there within a year from then is refused: no clock would ever end
     * @throws BrokenFile if it cannot be used
     */
    static OpeningCalendar read(byte[] bytes, LocalDate today) {
        var file = new CalendarFile(bytes);
        var calendar = new OpeningCalendar(file.zone(), file.week(), file.holidays(), file.closed());
        if (!calendar.opensWithinAYearOf(today)) {
            throw new BrokenFile(NAME, "nobody is there on any day of the year from " + today + " on");
        }
        return calendar;
    }

    private ZoneId zone() {
        var name = yaml.text(ZONE);
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw yaml.broken(ZONE, "there is no time zone \"" + name + "\"; write one like Europe/Berlin");
        }
    }

    private Map<DayOfWeek, List<Opening>> week() {
        var week = new EnumMap<DayOfWeek, List<Opening>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) week.put(day, openings(day));
        return week;
    }

    private List<Opening> openings(DayOfWeek day) {
        var openings = new ArrayList<Opening>();
        for (var line : yaml.lines(written(day))) {
            var opening = parsed(line, Opening::parse);
            if (openings.stream().anyMatch(other -> opening.from() < other.to() && other.from() < opening.to())) {
                throw new BrokenFile(NAME, line.line(), "\"" + line.text() + "\" overlaps another time of the day");
            }
            openings.add(opening);
        }
        openings.sort(Comparator.comparing(Opening::from));
        return List.copyOf(openings);
    }

    private Set<Holiday> holidays() {
        var state = yaml.text(HOLIDAYS);
        if (state.equals(NO_HOLIDAYS)) return Set.of();
        return Arrays.stream(State.values())
                .filter(known -> known.name().equals(state))
                .findFirst()
                .map(Holiday::in)
                .orElseThrow(() -> yaml.broken(
                        HOLIDAYS,
                        "there is no state \"" + state + "\", only " + Arrays.toString(State.values()) + " or "
                                + NO_HOLIDAYS));
    }

    private List<ClosedDays> closed() {
        return yaml.lines(CLOSED).stream()
                .map(line -> parsed(line, ClosedDays::parse))
                .toList();
    }

    private static <T> T parsed(Line line, Function<String, T> parser) {
        try {
            return parser.apply(line.text());
        } catch (IllegalArgumentException e) {
            throw new BrokenFile(NAME, line.line(), String.valueOf(e.getMessage()));
        }
    }

    private static String written(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
