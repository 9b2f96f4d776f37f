package io.tandem.hours;

import io.tandem.check.Finding;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import io.tandem.content.BrokenFile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The calendar can be read, and somebody is there on some day of the year. */
@Component
final class CalendarCheck implements Rule {

    private final Clock clock;

    CalendarCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> check(Snapshot folder) {
        var bytes = folder.file(CalendarFile.NAME);
        if (bytes.isEmpty()) return List.of();
        try {
            CalendarFile.read(bytes.get(), LocalDate.now(clock));
            return List.of();
        } catch (BrokenFile broken) {
            return List.of(Finding.error("calendar.broken", CalendarFile.NAME, null, Map.of("reason", broken.reason()))
                    .at(broken.line()));
        }
    }
}
