package io.tandem.process.gate;

import static java.util.stream.Collectors.joining;

import io.tandem.check.Finding;
import io.tandem.content.ProgramTexts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Findings in the words of whoever reads them. */
@Component
class FindingWords {

    private static final String WRONG = ".wrong";
    private static final String TO_DO = ".todo";

    private final List<ProgramTexts> bundles = List.of(new ProgramTexts("findings"), new ProgramTexts("gate"));

    String wrong(Finding finding, String language) {
        return text(finding, WRONG, language);
    }

    String toDo(Finding finding, String language) {
        return text(finding, TO_DO, language);
    }

    private String text(Finding finding, String part, String language) {
        var key = finding.rule() + part;
        return bundles.stream()
                .filter(bundle -> bundle.has(key))
                .findFirst()
                .map(bundle -> bundle.get(language, key, values(finding)))
                .orElseGet(() -> part.equals(WRONG) ? finding.rule() + " " + finding.values() : "");
    }

    private static Map<String, String> values(Finding finding) {
        var values = new TreeMap<>(finding.values());
        values.putIfAbsent("file", finding.file());
        var element = finding.element();
        if (element != null) values.putIfAbsent("element", element.label() == null ? element.id() : element.label());
        return values;
    }

    /** One line: where it is, what is wrong, what to do about it, and the way that leads there. */
    String line(Finding finding, String language) {
        var said = "%s%s %s".formatted(place(finding), wrong(finding, language), toDo(finding, language));
        return finding.way().isEmpty() ? said.strip() : said.strip() + " (" + way(finding) + ")";
    }

    private static String place(Finding finding) {
        var place = new StringBuilder(finding.file());
        if (finding.line() > 0) place.append(':').append(finding.line());
        var element = finding.element();
        if (element != null) {
            place.append(" [").append(element.label() == null ? "" : element.label() + ", ");
            place.append(element.id()).append(']');
        }
        return place.isEmpty() ? "" : place + ": ";
    }

    private static String way(Finding finding) {
        return finding.way().stream()
                .map(step -> step.label() == null ? step.id() : step.label())
                .collect(joining(" → "));
    }

    String lines(List<Finding> findings, String language) {
        return findings.stream().map(finding -> line(finding, language)).collect(joining("\n"));
    }

    String forOperators(List<Finding> findings) {
        return lines(findings, "en");
    }
}
