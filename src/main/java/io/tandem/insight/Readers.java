package io.tandem.insight;

import io.tandem.content.Languages;
import io.tandem.content.Texts;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Whoever opens a page: gives it its language and its words. */
@Component
class Readers {

    private final Texts texts;
    private final Languages languages;
    private final InsightSettings settings;

    Readers(Texts texts, Languages languages, InsightSettings settings) {
        this.texts = texts;
        this.languages = languages;
        this.settings = settings;
    }

    InWords reads(Model page, @Nullable String wished, Locale browser) {
        var language = languages.nearest(wished == null ? browser.getLanguage() : wished);
        var words = new TreeMap<String, String>();
        for (var prefix : new String[] {"page.language", "figure.", "insight.", "mails.nav", "work."}) {
            words.putAll(texts.startingWith(language, prefix));
        }
        page.addAttribute("language", language);
        page.addAttribute("languages", languages.all());
        page.addAttribute("texts", words);
        return new InWords(texts, language, browser, settings.timeZone());
    }
}
