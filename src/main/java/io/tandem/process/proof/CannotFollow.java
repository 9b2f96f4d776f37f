package io.tandem.process.proof;

import io.tandem.check.Finding;
import io.tandem.check.Finding.Element;
import io.tandem.model.diagram.NotSupported;
import io.tandem.model.diagram.Unreadable;
import java.util.Map;

/** A file that ends the proof: what cannot be followed is refused. */
final class CannotFollow extends RuntimeException {

    private final transient Finding finding;

    CannotFollow(Finding finding) {
        super(finding.rule());
        this.finding = finding;
    }

    static Finding notSupported(String file, NotSupported element) {
        var where = element.id() == null ? null : new Element(file, element.id(), element.label());
        return Finding.error("proof.notSupported", file, where, Map.of("element", element.element()));
    }

    static Finding unreadable(String file, Unreadable broken) {
        return Finding.error("proof.unreadable", file, null, Map.of("reason", String.valueOf(broken.getMessage())))
                .at(broken.line());
    }

    Finding finding() {
        return finding;
    }
}
