package io.tandem.access;

import io.tandem.content.Languages;
import io.tandem.content.Texts;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which people sign in. */
@Controller
class LoginPage {

    private final Texts texts;
    private final Languages languages;
    private final AccessSettings settings;
    private final DemoSettings demo;

    LoginPage(Texts texts, Languages languages, AccessSettings settings, DemoSettings demo) {
        this.texts = texts;
        this.languages = languages;
        this.settings = settings;
        this.demo = demo;
    }

    @GetMapping("/login")
    String show(
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(required = false) @Nullable String signedOut,
            Locale browser,
            @Nullable Principal known,
            Model page) {
        if (known instanceof Authentication who) return "redirect:" + Role.home(who.getAuthorities());
        var spoken = languages.nearest(language == null ? browser.getLanguage() : language);
        page.addAttribute("language", spoken);
        page.addAttribute("languages", languages.all());
        page.addAttribute("texts", texts.startingWith(spoken, "page."));
        page.addAttribute("failure", failure(spoken, failed));
        page.addAttribute("signedOut", signedOut != null);
        page.addAttribute("demo", settings.demo() ? demoText(spoken) : null);
        return "login";
    }

    private @Nullable String failure(String language, @Nullable String failed) {
        if (failed == null) return null;
        return texts.get(language, failed.equals("tooMany") ? "page.login.tooMany" : "page.login.wrong");
    }

    private String demoText(String language) {
        return texts.get(language, "page.login.demo", Map.of("password", demo.password()));
    }
}
