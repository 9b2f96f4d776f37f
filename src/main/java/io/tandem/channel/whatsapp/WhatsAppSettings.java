package io.tandem.channel.whatsapp;

import io.tandem.setting.BadSetting;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The business number at Meta's Cloud API, {@code tandem.channels.whatsapp.*}. Without a token there is none.
 *
 * @param token of a system user who may send messages
 * @param phoneNumberId Meta's id of our number, not the number itself
 * @param appSecret with which Meta signs what it calls our webhook with
 * @param verifyToken that we made up and Meta says once, when the webhook is entered
 * @param api where the Graph API is, with its version
 * @param mediaHosts that may have customers' files, besides the API's own
 */
@ConfigurationProperties("tandem.channels.whatsapp")
record WhatsAppSettings(
        @DefaultValue("") String token,
        @DefaultValue("") String phoneNumberId,
        @DefaultValue("") String appSecret,
        @DefaultValue("") String verifyToken,
        @DefaultValue Template template,
        @DefaultValue("https://graph.facebook.com/v20.0") URI api,
        @DefaultValue("lookaside.fbsbx.com") List<String> mediaHosts) {

    /** The name that tickets and messages carry. */
    static final String CHANNEL = "whatsapp";

    /**
     * What may be sent to customers who have not written for a day, as Meta approved it: it asks them to reply.
     *
     * @param name without one they cannot be reached
     * @param language as Meta writes it, e.g. {@code en_GB}
     */
    record Template(
            @DefaultValue("") String name,
            @DefaultValue("de") String language) {

        boolean isMissing() {
            return name.isEmpty();
        }
    }

    boolean off() {
        return token.isBlank();
    }

    /** @throws BadSetting if WhatsApp cannot be used like this, with what has to be changed */
    void check() {
        if (token.chars().anyMatch(c -> c <= ' ' || c > '~')) throw wrong("token", "has a character that no token has");
        if (!phoneNumberId.matches("\\d{1,40}"))
            throw wrong("phone-number-id", "has to be Meta's id of the number, which consists of digits");
        if (appSecret.isBlank()) throw wrong("app-secret", "is missing: without it anybody could write as a customer");
        if (verifyToken.length() < 16) throw wrong("verify-token", "has to have 16 characters or more");
        if (!template.name().matches("[a-z0-9_]{0,512}"))
            throw wrong("template.name", "has to be a template's name: lower-case letters, digits and underscores");
        if (!template.language().matches("[a-z]{2,3}(_[A-Z]{2,4})?"))
            throw wrong("template.language", "has to be a language as Meta writes it, like de or en_GB");
        if (api.getHost() == null || !String.valueOf(api.getScheme()).matches("https?"))
            throw wrong("api", "has to be an http or https address");
    }

    private static BadSetting wrong(String setting, String why) {
        return new BadSetting("tandem.channels.whatsapp." + setting, why);
    }

    /** Never with the token and the secrets. */
    @Override
    public String toString() {
        return off() ? "no WhatsApp" : "WhatsApp at " + api.getHost();
    }
}
