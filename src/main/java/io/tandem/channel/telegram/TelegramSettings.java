package io.tandem.channel.telegram;

import io.tandem.setting.BadSetting;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bot at Telegram, {@code tandem.channels.telegram.*}. Without a token there is none.
 *
 * @param token that BotFather gave
 * @param secret by which Telegram proves that it calls our webhook; without one Telegram is asked for what is new
 * @param api where Telegram's Bot API is
 */
@ConfigurationProperties("tandem.channels.telegram")
record TelegramSettings(
        @DefaultValue("") String token,
        @DefaultValue("") String secret,
        @DefaultValue("https://api.telegram.org") URI api) {

    /** The name that tickets and messages carry. */
    static final String CHANNEL = "telegram";

    boolean off() {
        return token.isBlank();
    }

    boolean byWebhook() {
        return !secret.isEmpty();
    }

    /** @throws BadSetting if Telegram cannot be used like this, with what has to be changed */
    void check() {
        if (!token.matches("\\d+:[A-Za-z0-9_-]+"))
            throw wrong("token", "has to be a bot's token as BotFather gives it, like 123456:ABC-DEF");
        if (!secret.matches("[A-Za-z0-9_-]{0,256}"))
            throw wrong("secret", "may have 256 letters, digits, hyphens and underscores, and nothing else");
        if (byWebhook() && secret.length() < 16) throw wrong("secret", "has to have 16 characters or more");
        if (api.getHost() == null || !String.valueOf(api.getScheme()).matches("https?"))
            throw wrong("api", "has to be an http or https address");
    }

    private static BadSetting wrong(String setting, String why) {
        return new BadSetting("tandem.channels.telegram." + setting, why);
    }

    /** Never with the token and the secret. */
    @Override
    public String toString() {
        return off() ? "no Telegram" : "Telegram at " + api.getHost() + (byWebhook() ? " by webhook" : " by polling");
    }
}
