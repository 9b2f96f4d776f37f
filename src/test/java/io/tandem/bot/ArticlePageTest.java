package io.tandem.bot;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tandem.content.Markdown;
import io.tandem.content.TextsFixture;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class ArticlePageTest {

    private final MockMvc pages = MockMvcBuilders.standaloneSetup(new ArticlePage(
                    TestKnowledge.articles(),
                    new Markdown(),
                    TextsFixture.of(TestKnowledge.FOLDER, TestKnowledge.LANGUAGES),
                    TestKnowledge.LANGUAGES))
            .setViewResolvers(thymeleaf())
            .build();

    @Test
    void anArticleCanBeReadByEverybody() throws Exception {
        pages.perform(get("/articles/de/password-reset"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                .andExpect(content().string(containsString("<html lang=\"de\">")))
                .andExpect(content().string(containsString("<h1>Passwort vergessen")))
                .andExpect(content().string(containsString("<ol>")))
                .andExpect(content().string(containsString("Zum Chat")))
                .andExpect(content().string(not(containsString("<script"))))
                .andExpect(content().string(not(containsString("style="))));
    }

    @Test
    void itIsEnglishInEnglish() throws Exception {
        pages.perform(get("/articles/en/password-reset"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<html lang=\"en\">")))
                .andExpect(content().string(containsString("To the chat")));
    }

    @Test
    void anUnknownArticleIsSaidToBeUnknown() throws Exception {
        pages.perform(get("/articles/en/no-such-thing"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("<h1>This article does not exist")));
        pages.perform(get("/articles/xx/password-reset"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("<html lang=\"de\">")));
        pages.perform(get("/articles/en/..%2f..%2fsignals_en.yml")).andExpect(status().isNotFound());
    }

    private static ThymeleafViewResolver thymeleaf() {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        var resolver = new ThymeleafViewResolver();
        resolver.setTemplateEngine(engine);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
