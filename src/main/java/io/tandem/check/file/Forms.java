package io.tandem.check.file;

import io.tandem.check.Finding;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import io.tandem.content.BrokenFile;
import io.tandem.content.Utf8;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A form shows what is ours: nothing is loaded from elsewhere, and no code hides in the markup. */
@Component
final class Forms implements Rule {

    private static final Pattern TAG =
            Pattern.compile("<([A-Za-z][\\w-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*+)>", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([\\w:.-]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+)))?");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern FOREIGN =
            Pattern.compile("\\s*(//|(https?|javascript|data|vbscript):).*", Pattern.DOTALL);
    private static final Set<String> ADDRESSES = Set.of("src", "href", "action", "formaction", "data", "srcdoc");

    /** Tasklist runs a form's own script only if it says so. */
    private static final String OWN_SCRIPT = "cam-script";

    @Override
    public List<Finding> check(Snapshot folder) {
        return folder.files().entrySet().stream()
                .filter(file ->
                        file.getKey().startsWith("forms/") && file.getKey().endsWith(".html"))
                .flatMap(file -> check(file.getKey(), file.getValue()))
                .toList();
    }

    private static Stream<Finding> check(String file, byte[] bytes) {
        try {
            var html = withoutComments(Utf8.decoded(file, bytes));
            return TAG.matcher(html)
                    .results()
                    .flatMap(tag -> new Tag(
                                    file,
                                    lineOf(html, tag.start()),
                                    tag.group(1).toLowerCase(Locale.ROOT),
                                    tag.group(2))
                            .findings());
        } catch (BrokenFile broken) {
            return Stream.of(Finding.error("form.broken", file, null, Map.of("reason", broken.reason()))
                    .at(broken.line()));
        }
    }

    /** With their lines left in place. */
    private static String withoutComments(String html) {
        return COMMENT.matcher(html).replaceAll(comment -> comment.group().replaceAll("[^\n]", " "));
    }

    private static int lineOf(String html, int position) {
        return 1
                + (int) html.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private record Tag(String file, int line, String name, String attributes) {

        Stream<Finding> findings() {
            var isOwn = ATTRIBUTE
                    .matcher(attributes)
                    .results()
                    .anyMatch(found -> found.group(1).equals(OWN_SCRIPT));
            var script =
                    name.equals("script") && !isOwn ? Stream.of(finding("form.script", name)) : Stream.<Finding>empty();
            return Stream.concat(script, ATTRIBUTE.matcher(attributes).results().flatMap(found -> {
                var value = Stream.of(2, 3, 4)
                        .map(found::group)
                        .filter(text -> text != null)
                        .findFirst()
                        .orElse("");
                return attribute(found.group(1).toLowerCase(Locale.ROOT), value);
            }));
        }

        private Stream<Finding> attribute(String attribute, String value) {
            if (attribute.startsWith("on")) return Stream.of(finding("form.handler", attribute));
            return ADDRESSES.contains(attribute)
                            && FOREIGN.matcher(value.toLowerCase(Locale.ROOT)).matches()
                    ? Stream.of(finding("form.foreign", value))
                    : Stream.empty();
        }

        private Finding finding(String rule, String what) {
            return Finding.error(rule, file, null, Map.of("tag", name, "what", what))
                    .at(line);
        }
    }
}
