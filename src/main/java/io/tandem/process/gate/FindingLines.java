package io.tandem.process.gate;

import static java.util.stream.Collectors.joining;

import io.tandem.check.Finding;
import io.tandem.check.FindingWords;
import java.util.List;
import org.springframework.stereotype.Component;

/** Findings in the words of whoever reads them. */
@Component
class FindingLines {

    String wrong(Finding finding, String language) {
        return in(language).wrong(finding);
    }

    String toDo(Finding finding, String language) {
        return in(language).todo(finding);
    }

    /** The steps of a way, each with words that can be shown. */
    List<Finding.Element> way(Finding finding, String language) {
        return finding.way().stream()
                .map(step ->
                        new Finding.Element(step.file(), step.id(), in(language).step(step)))
                .toList();
    }

    private static FindingWords in(String language) {
        return FindingWords.in(language);
    }

    /** One line: where it is, what is wrong, what to do about it, and the way that leads there. */
    String line(Finding finding, String language) {
        var said = "%s%s %s".formatted(place(finding), wrong(finding, language), toDo(finding, language));
        return finding.way().isEmpty()
                ? said.strip()
                : said.strip() + " (" + in(language).way(finding) + ")";
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

    String lines(List<Finding> findings, String language) {
        return findings.stream().map(finding -> line(finding, language)).collect(joining("\n"));
    }

    String forOperators(List<Finding> findings) {
        return lines(findings, "en");
    }
}
