package io.tandem.check;

import static java.util.stream.Collectors.joining;

import io.tandem.content.ProgramTexts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What findings say, in one language, from {@code findings_<language>.properties} of the program. */
public final class FindingWords {

    /** The languages of findings; the first one serves where another is asked for. */
    public static final List<String> LANGUAGES = List.of("de", "en");

    private static final String ARROW = " → ";
    private static final ProgramTexts TEXTS = new ProgramTexts("findings");

    private final String language;

    private FindingWords(String language) {
        this.language = language;
    }

    public static FindingWords in(String language) {
        return new FindingWords(LANGUAGES.contains(language) ? language : LANGUAGES.get(0));
    }

    /** What is wrong. */
    public String wrong(Finding finding) {
        return text(finding.rule() + ".wrong", finding);
    }

    /** What to do about it. */
    public String todo(Finding finding) {
        return text(finding.rule() + ".todo", finding);
    }

    /** The steps that break a promise: {@code A → B → C}. Empty where the rule looks at one place. */
    public String way(Finding finding) {
        return finding.way().stream().map(this::step).collect(joining(ARROW));
    }

    /** One step of a way. */
    public String step(Finding.Element element) {
        return Finding.Element.WISH.equals(element.label()) ? get(Finding.Element.WISH, Map.of()) : label(element);
    }

    /** Words that surround findings, e.g. {@code check.way}. */
    public String get(String key, Map<String, String> values) {
        return TEXTS.get(language, key, values);
    }

    private String text(String key, Finding finding) {
        var values = new HashMap<>(finding.values());
        var element = finding.element();
        values.computeIfPresent("reason", (name, reason) -> Reasons.in(language, reason));
        values.putIfAbsent("file", finding.file());
        values.putIfAbsent("line", String.valueOf(finding.line()));
        if (element != null) {
            values.putIfAbsent("label", label(element));
            values.putIfAbsent("id", element.id());
        }
        return get(key, values);
    }

    private static String label(Finding.Element element) {
        return element.label() == null ? element.id() : element.label();
    }
}
