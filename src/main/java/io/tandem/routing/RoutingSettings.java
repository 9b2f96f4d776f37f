package io.tandem.routing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param limit how many open tickets an agent is given who has set no limit of their own
 * @param thereFor how long after their last request somebody counts as being at the desk
 */
@ConfigurationProperties("tandem.routing")
record RoutingSettings(
        @DefaultValue("5") int limit, @DefaultValue("10m") Duration thereFor) {}
