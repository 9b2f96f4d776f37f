package io.tandem.process.engine;

import io.tandem.process.WorkingHours;
import java.time.Duration;
import java.util.Date;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Counts a task's due date in open hours, where a diagram says hours ({@code PT4H}): nobody answers at night. Days
 * ({@code P3D}) and moments stay what they are, and so do timers.
 */
@Component
final class DueInWorkingHours extends AbstractProcessEnginePlugin {

    private static final Pattern HOURS = Pattern.compile("PT(?=\\d)(?:\\d{1,6}H)?(?:\\d{1,6}M)?(?:\\d{1,6}S)?");

    /** Asked for late: the hours are read while the engine starts. */
    private final ObjectProvider<WorkingHours> hours;

    DueInWorkingHours(ObjectProvider<WorkingHours> hours) {
        this.hours = hours;
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        ((MapBusinessCalendarManager) engine.getBusinessCalendarManager())
                .addBusinessCalendar(DueDateBusinessCalendar.NAME, new Calendar());
    }

    private final class Calendar extends DueDateBusinessCalendar {

        @Override
        public Date resolveDuedate(String due, @Nullable Date start) {
            if (!HOURS.matcher(due).matches()) return super.resolveDuedate(due, start);
            var since = start == null ? ClockUtil.getCurrentTime() : start;
            return Date.from(hours.getObject().plus(since.toInstant(), Duration.parse(due)));
        }
    }
}
