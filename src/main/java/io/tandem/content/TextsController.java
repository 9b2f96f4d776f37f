package io.tandem.content;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives the pages their words. Only those: what the process says to customers is none of a browser's business. */
@RestController
class TextsController {

    private static final List<String> PUBLIC = List.of("chat.", "desk.", "mails.", "page.", "processes.");
    private static final Duration FRESH = Duration.ofSeconds(60);

    private final Texts texts;
    private final Languages languages;

    TextsController(Texts texts, Languages languages) {
        this.texts = texts;
        this.languages = languages;
    }

    /** @param language the nearest of ours is served */
    @GetMapping("/api/texts/{language}")
    ResponseEntity<Map<String, String>> get(
            @PathVariable String language, @RequestParam(defaultValue = "") String prefix) {
        var ours = languages.nearest(language);
        var served = new TreeMap<>(texts.startingWith(ours, prefix));
        served.keySet().removeIf(key -> PUBLIC.stream().noneMatch(key::startsWith));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .header(HttpHeaders.CONTENT_LANGUAGE, ours)
                .eTag(fingerprint(served))
                .body(served);
    }

    private static String fingerprint(Map<String, String> texts) {
        return DigestUtils.md5DigestAsHex(texts.toString().getBytes(StandardCharsets.UTF_8));
    }
}
