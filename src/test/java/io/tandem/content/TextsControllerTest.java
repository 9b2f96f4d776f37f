package io.tandem.content;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class TextsControllerTest {

    private final Languages languages = new Languages(List.of("de", "en"));
    private final MockMvc texts = MockMvcBuilders.standaloneSetup(
                    new TextsController(new Texts(ProcessFolder.at(Path.of("processes")), languages), languages))
            .build();

    @Test
    void aPageGetsItsWords() throws Exception {
        texts.perform(get("/api/texts/en").param("prefix", "chat."))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, containsString("max-age=60")))
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, containsString("public")))
                .andExpect(header().string(HttpHeaders.CONTENT_LANGUAGE, "en"))
                .andExpect(jsonPath("$.['chat.bot']").value("Bot"))
                .andExpect(jsonPath("$.keys()", everyItem(startsWith("chat."))));
    }

    @Test
    void onlyThePagesWordsAreServed() throws Exception {
        texts.perform(get("/api/texts/de"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.keys()", everyItem(matchesPattern("(chat|desk|mails|page|processes)\\..*"))));
        texts.perform(get("/api/texts/de").param("prefix", "problem."))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$").isEmpty());
    }

    @Test
    void anUnknownLanguageGetsTheNearest() throws Exception {
        texts.perform(get("/api/texts/en-GB")).andExpect(header().string(HttpHeaders.CONTENT_LANGUAGE, "en"));
        texts.perform(get("/api/texts/fr")).andExpect(header().string(HttpHeaders.CONTENT_LANGUAGE, "de"));
    }

    @Test
    void whatTheBrowserHasIsNotSentAgain() throws Exception {
        var tag = Objects.requireNonNull(
                texts.perform(get("/api/texts/en")).andReturn().getResponse().getHeader(HttpHeaders.ETAG));

        texts.perform(get("/api/texts/en").header(HttpHeaders.IF_NONE_MATCH, tag))
                .andExpect(status().isNotModified());
    }
}
