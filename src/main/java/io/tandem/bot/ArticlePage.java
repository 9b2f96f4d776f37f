package io.tandem.bot;

import io.tandem.content.Languages;
import io.tandem.content.Markdown;
import io.tandem.content.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows an article to everybody: an answer's source leads here. */
@Controller
class ArticlePage {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'self'";

    private final Articles articles;
    private final Markdown markdown;
    private final Texts texts;
    private final Languages languages;

    ArticlePage(Articles articles, Markdown markdown, Texts texts, Languages languages) {
        this.articles = articles;
        this.markdown = markdown;
        this.texts = texts;
        this.languages = languages;
    }

    @GetMapping("/articles/{language}/{id}")
    String show(@PathVariable String language, @PathVariable String id, Model page, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        var article = articles.find(language, id);
        article.ifPresentOrElse(
                found -> fill(page, language, found.title(), markdown.toHtml(found.text())),
                () -> notFound(page, languages.nearest(language), response));
        return "article";
    }

    private void notFound(Model page, String language, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        fill(page, language, texts.get(language, "page.article.unknown"), "");
    }

    private void fill(Model page, String language, String title, String answer) {
        page.addAttribute("language", language.toLowerCase(Locale.ROOT));
        page.addAttribute("title", title);
        page.addAttribute("answer", answer);
        page.addAttribute("service", texts.get(language, "page.article.service"));
        page.addAttribute("more", texts.get(language, "page.article.more"));
        page.addAttribute("chat", texts.get(language, "page.article.chat"));
    }
}
