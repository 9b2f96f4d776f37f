package io.tandem.content;

import io.tandem.setting.BadSetting;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The languages that this installation speaks, two letters each; the first one is used where nothing else is known.
 *
 * @param languages {@code tandem.languages}
 */
@ConfigurationProperties("tandem")
public record Languages(@DefaultValue({"de", "en"}) List<String> languages) {

    /** Of the property. */
    static final String NAME = "tandem.languages";

    public Languages {
        if (languages.isEmpty()) throw new BadSetting(NAME, "has to name a language");
        if (!languages.stream().allMatch(language -> language.matches("[a-z]{2}")))
            throw new BadSetting(NAME, "has to name languages by two small letters each, like de,en");
    }

    public List<String> all() {
        return languages;
    }

    public boolean speaks(String language) {
        return languages.contains(language);
    }

    /** The language of ours for a wish like {@code en-GB}; the first one if we do not speak it. */
    public String nearest(@Nullable String wish) {
        if (wish == null) return languages.get(0);
        var language = wish.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return speaks(language) ? language : languages.get(0);
    }
}
