package io.tandem.owner;

import io.tandem.content.Languages;
import io.tandem.content.Texts;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The frame of the page, in the owner's language; its elements fetch what they show. */
@Controller
class ProcessesPage {

    private final Texts texts;
    private final Languages languages;

    ProcessesPage(Texts texts, Languages languages) {
        this.texts = texts;
        this.languages = languages;
    }

    @GetMapping("/processes")
    String show(@RequestParam(required = false) @Nullable String language, Locale browser, Model page) {
        var spoken = languages.nearest(language == null ? browser.getLanguage() : language);
        var words = new TreeMap<>(texts.startingWith(spoken, "processes."));
        words.putAll(texts.startingWith(spoken, "page.language"));
        words.putAll(texts.startingWith(spoken, "mails.nav"));
        page.addAttribute("language", spoken);
        page.addAttribute("languages", languages.all());
        page.addAttribute("texts", words);
        return "processes";
    }
}
