package io.tandem.insight;

import io.tandem.setting.BadSetting;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code tandem.insight.*}. How many people a figure needs is none: that is promised.
 *
 * @param timeZone where months begin and end
 * @param drawnUpOn the day on which the figures of the month before are drawn up; by then most ratings have come
 */
@ConfigurationProperties("tandem.insight")
public record InsightSettings(
        @DefaultValue("Europe/Berlin") ZoneId timeZone,
        @DefaultValue("8") int drawnUpOn) {

    /** Days that each month has. */
    private static final int LAST = 28;

    public InsightSettings {
        if (drawnUpOn < 1 || drawnUpOn > LAST)
            throw new BadSetting(
                    "tandem.insight.drawn-up-on", "has to be a day from 1 to " + LAST + ", not " + drawnUpOn);
    }
}
