package io.tandem.process.gate;

import io.tandem.check.Finding;
import io.tandem.check.Finding.Element;
import io.tandem.check.Models;
import io.tandem.check.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXParseException;

/** What the engine says against models, as findings. */
final class EngineFindings {

    private static final String RULE = "engine.refuses";

    private final Snapshot models;

    EngineFindings(Snapshot models) {
        this.models = models;
    }

    List<Finding> of(ProcessEngineException refused) {
        if (!(refused instanceof ParseException parsed)) return List.of(whole(refused));
        return parsed.getResorceReports().stream()
                .flatMap(report -> report.getErrors().stream().map(problem -> at(report.getResourceName(), problem)))
                .toList();
    }

    private Finding at(String file, Problem problem) {
        var id = problem.getMainElementId();
        var element = id == null ? null : new Element(file, id, label(file, id));
        return Finding.error(RULE, file, element, Map.of("reason", String.valueOf(problem.getMessage())))
                .at(problem.getLine());
    }

    private @Nullable String label(String file, String id) {
        var models = Models.in(this.models);
        return Stream.concat(
                        models.diagrams().stream()
                                .filter(diagram -> diagram.file().equals(file))
                                .flatMap(diagram -> diagram.named(id).stream()),
                        models.decisions().stream()
                                .filter(decisions -> decisions.file().equals(file))
                                .flatMap(decisions -> decisions.named(id).stream()))
                .findFirst()
                .orElse(null);
    }

    /** The engine names the file somewhere in its words. */
    private Finding whole(ProcessEngineException refused) {
        var words = new StringBuilder();
        var line = 0;
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && words.indexOf(cause.getMessage()) < 0) {
                words.append(words.isEmpty() ? "" : ": ").append(cause.getMessage());
            }
            if (cause instanceof SAXParseException xml) line = xml.getLineNumber();
        }
        var file = models.files().keySet().stream()
                .filter(name -> words.indexOf(name) >= 0)
                .findFirst()
                .orElse("");
        return Finding.error(RULE, file, null, Map.of("reason", words.toString()))
                .at(line);
    }
}
