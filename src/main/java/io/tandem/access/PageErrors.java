package io.tandem.access;

import io.tandem.content.Languages;
import io.tandem.content.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Says in a sentence what went wrong with a page, and no more. */
@Component
class PageErrors implements ErrorViewResolver {

    private final Texts texts;
    private final Languages languages;

    PageErrors(Texts texts, Languages languages) {
        this.texts = texts;
        this.languages = languages;
    }

    @Override
    public ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, @Nullable Map<String, Object> details) {
        Locale browser = request.getLocale();
        var language = languages.nearest(browser.getLanguage());
        var kind = switch (status) {
            case NOT_FOUND -> "notFound";
            case FORBIDDEN, UNAUTHORIZED -> "forbidden";
            case BAD_REQUEST -> "badRequest";
            default -> "failed";
        };
        return new ModelAndView(
                "error",
                Map.of(
                        "language", language,
                        "texts", texts.startingWith(language, "page."),
                        "kind", kind),
                status);
    }
}
