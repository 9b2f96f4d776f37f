package io.tandem.channel.mail.read;

import io.tandem.channel.mail.read.Contents.Passage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** Passages that follow one another, e.g. the words before and behind a picture, as one text. */
final class Passages {

    private Passages() {}

    static boolean hasHtml(List<Passage> passages) {
        return passages.stream().anyMatch(passage -> !isBlank(passage.html()));
    }

    /** As plain text, by preference in the sender's own form of that. */
    static String plain(List<Passage> passages) {
        return passages.stream()
                .map(one -> isBlank(one.plain()) ? HtmlText.plain(textOf(one.html())) : textOf(one.plain()))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /** As plain text, by preference out of the HTML, where quotations are marked as such. */
    static String marked(List<Passage> passages) {
        return passages.stream()
                .map(one -> isBlank(one.html()) ? textOf(one.plain()) : HtmlText.marked(textOf(one.html())))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    static String html(List<Passage> passages) {
        return passages.stream()
                .map(one -> isBlank(one.html()) ? escaped(textOf(one.plain())) : textOf(one.html()))
                .collect(Collectors.joining("\n"));
    }

    private static String escaped(String plain) {
        return "<pre>" + Entities.escape(plain) + "</pre>";
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String textOf(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
