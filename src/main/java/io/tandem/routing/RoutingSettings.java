package io.tandem.routing;

import io.tandem.setting.BadSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param limit how many open tickets an agent is given who has set no limit of their own
 * @param thereFor how long after their last request somebody counts as being at the desk
 */
@ConfigurationProperties("tandem.routing")
record RoutingSettings(
        @DefaultValue("5") int limit, @DefaultValue("10m") Duration thereFor) {

    RoutingSettings {
        if (limit < 1 || limit > Seat.MOST)
            throw new BadSetting("tandem.routing.limit", "has to be from 1 to " + Seat.MOST + ", not " + limit);
    }
}
