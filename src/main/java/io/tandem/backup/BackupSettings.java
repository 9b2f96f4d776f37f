package io.tandem.backup;

import io.tandem.setting.BadSetting;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Settings {@code tandem.backup.*}.
 *
 * @param folder where copies are put, best on another disk; without one none are made
 * @param at when each day, in the time zone
 * @param keep how many copies stay, the one that was just made among them
 */
@ConfigurationProperties("tandem.backup")
record BackupSettings(
        @Nullable Path folder,

        @DefaultValue("01:00") @DateTimeFormat(pattern = "HH:mm")
        LocalTime at,

        @DefaultValue("Europe/Berlin") ZoneId timeZone,
        @DefaultValue("7") int keep) {

    BackupSettings {
        if (keep < 1) throw new BadSetting("tandem.backup.keep", "has to be at least 1, not " + keep);
    }
}
