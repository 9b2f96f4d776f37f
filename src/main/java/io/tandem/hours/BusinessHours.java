package io.tandem.hours;

import io.tandem.content.BrokenFile;
import io.tandem.content.ProcessFolder;
import io.tandem.content.WentLive;
import io.tandem.process.WorkingHours;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The hours in which people are there, as last saved in {@code calendar.yml}, and time counted in them. A broken file is
 * refused and the last good one stays; until there is one, people are there around the clock.
 */
@Component
public class BusinessHours implements WorkingHours {

    private static final Logger log = LoggerFactory.getLogger(BusinessHours.class);

    private final ProcessFolder folder;
    private final Clock clock;
    private volatile OpeningCalendar calendar = OpeningCalendar.aroundTheClock();

    BusinessHours(ProcessFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        readAgain();
    }

    @EventListener(WentLive.class)
    final synchronized void readAgain() {
        var file = folder.files(CalendarFile.NAME).get(CalendarFile.NAME);
        if (file == null) {
            log.error("{} is missing (the hours stay as they were)", CalendarFile.NAME);
            return;
        }
        try {
            var now = CalendarFile.read(file, LocalDate.now(clock));
            if (now.equals(calendar)) return;
            calendar = now;
            log.info("The calendar is live as it is now");
        } catch (BrokenFile broken) {
            log.error("{} (the hours stay as they were)", broken.getMessage());
        }
    }

    @Override
    public Instant plus(Instant since, Duration time) {
        return calendar.plus(since, time);
    }

    /** For how long people are there between the two; nothing if the end is before the beginning. */
    public Duration between(Instant since, Instant until) {
        return calendar.between(since, until);
    }

    public boolean isOpen(Instant time) {
        return calendar.isOpen(time);
    }

    /** From when on somebody is there: the time itself, or the next opening. */
    public Instant nextOpen(Instant time) {
        return calendar.nextOpen(time);
    }

    Instant openSince(Instant time) {
        return calendar.openSince(time);
    }

    /** The place whose clocks the hours go by. */
    public ZoneId zone() {
        return calendar.zone();
    }
}
