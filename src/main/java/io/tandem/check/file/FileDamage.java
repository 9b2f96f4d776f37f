package io.tandem.check.file;

import io.tandem.check.Finding;
import io.tandem.check.Models;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import io.tandem.model.BrokenXml;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A model is XML of its own: whole, in the encoding that it names, and without anything from elsewhere. */
@Component
final class FileDamage implements Rule {

    private static final Map<BrokenXml.Kind, String> RULES = Map.of(
            BrokenXml.Kind.MALFORMED, "xml.broken",
            BrokenXml.Kind.DOCTYPE, "xml.doctype",
            BrokenXml.Kind.ENCODING, "xml.encoding",
            BrokenXml.Kind.TOO_DEEP, "xml.tooDeep");

    @Override
    public List<Finding> check(Snapshot folder) {
        return Models.in(folder).broken().entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Finding finding(String file, BrokenXml broken) {
        var values = Map.of(
                "column", String.valueOf(broken.column()),
                "reason", String.valueOf(broken.getMessage()));
        return Finding.error(RULES.getOrDefault(broken.kind(), "xml.broken"), file, null, values)
                .at(broken.line());
    }
}
