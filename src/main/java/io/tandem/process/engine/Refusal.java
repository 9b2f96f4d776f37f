package io.tandem.process.engine;

import io.tandem.check.Diagram;
import io.tandem.check.Finding;
import io.tandem.check.FindingWords;
import io.tandem.model.XmlElement;
import java.util.List;
import java.util.Map;

/**
 * Why something may not stand in a model. The check shows it to the owner as a finding; the engine, which is the last line
 * of defence, as the message of its refusal.
 */
record Refusal(String rule, Map<String, String> values) {

    Finding in(Diagram diagram, XmlElement element) {
        return diagram.error(rule, element, values);
    }

    /** In English, for logs and APIs. */
    String inWords() {
        var words = FindingWords.in("en");
        var finding = new Finding(Finding.Severity.ERROR, rule, "", null, 0, values, List.of());
        return words.wrong(finding) + " " + words.todo(finding);
    }
}
