package io.tandem.bot.wording;

import io.tandem.setting.BadSetting;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's language model, {@code tandem.language-model.*}. Without an address there is none.
 *
 * @param url of an endpoint that has {@code /v1/chat/completions}, with or without that path
 * @param key sent as a bearer token, if there is one
 * @param timeLimit from the first byte sent to the last one received; then the article's own text is said
 * @param maxTokens that an answer may have
 * @param atOnce how many may ask a node's model at the same time; all others say the article's own text
 */
@ConfigurationProperties("tandem.language-model")
record LanguageModelSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String model,
        @DefaultValue("") String key,
        @DefaultValue("8s") Duration timeLimit,
        @DefaultValue("800") int maxTokens,
        @DefaultValue("4") int atOnce) {

    private static final String VERSION = "/v1";
    private static final String COMPLETIONS = "/chat/completions";

    boolean off() {
        return url.isBlank();
    }

    /** @throws BadSetting if a model cannot be asked like this, with what has to be changed */
    void check(Duration botsTimeLimit) {
        if (model.isBlank()) throw wrong("model", "is missing: name the model that the endpoint shall use");
        if (timeLimit.isNegative() || timeLimit.isZero() || timeLimit.compareTo(botsTimeLimit) >= 0)
            throw wrong("time-limit", "has to be more than nothing and less than tandem.bot.time-limit");
        if (maxTokens < 1) throw wrong("max-tokens", "has to be at least 1");
        if (atOnce < 1) throw wrong("at-once", "has to be at least 1");
        if (key.chars().anyMatch(c -> c <= ' ' || c > '~')) throw wrong("key", "has a character that no key has");
        endpoint();
    }

    /** Where answers are asked for, whether the address names a server, its version or the whole path. */
    URI endpoint() {
        try {
            var address = new URI(url.strip());
            var known = Set.of("http", "https").contains(String.valueOf(address.getScheme()));
            if (!known || address.getHost() == null || address.getUserInfo() != null || address.getFragment() != null)
                throw wrong("url", "has to be an http or https address without a user and a fragment");
            var path = address.getRawPath().replaceAll("/+$", "");
            if (!path.endsWith(COMPLETIONS)) path += (path.endsWith(VERSION) ? "" : VERSION) + COMPLETIONS;
            var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            return URI.create(address.getScheme() + "://" + address.getRawAuthority() + path + query);
        } catch (URISyntaxException e) {
            throw wrong("url", "is no address");
        }
    }

    private static BadSetting wrong(String setting, String why) {
        return new BadSetting("tandem.language-model." + setting, why);
    }

    /** Never with the key. */
    @Override
    public String toString() {
        return off() ? "no language model" : "language model " + model;
    }
}
