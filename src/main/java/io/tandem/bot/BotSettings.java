package io.tandem.bot;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param timeLimit how long a customer's words may keep the bot busy before a person takes over
 * @param ratingsCount how long a rating counts when the bot is compared with people
 */
@ConfigurationProperties("tandem.bot")
public record BotSettings(
        @DefaultValue("30s") Duration timeLimit,
        @DefaultValue("90d") Duration ratingsCount) {}
