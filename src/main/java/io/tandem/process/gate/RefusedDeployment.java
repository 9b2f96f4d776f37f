package io.tandem.process.gate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.tandem.check.Finding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;
import org.jspecify.annotations.Nullable;

/**
 * A deployment does not go live. As an exception of the engine, so that its REST API answers with 400, the reasons in words
 * and the places, which Camunda Modeler shows.
 */
final class RefusedDeployment extends ParseException {

    private final transient List<ResourceReport> reports;

    private RefusedDeployment(String reasons, List<ResourceReport> reports) {
        super(reasons, "", List.of(), List.of());
        this.reports = reports;
    }

    static RefusedDeployment of(List<Finding> findings, Function<Finding, String> words) {
        Map<String, List<Finding>> byFile =
                findings.stream().collect(groupingBy(Finding::file, TreeMap::new, toList()));
        var reports = byFile.entrySet().stream()
                .<ResourceReport>map(file -> new ResourceReportImpl(
                        file.getKey(), problems(file.getValue(), true, words), problems(file.getValue(), false, words)))
                .toList();
        return new RefusedDeployment(
                findings.stream().filter(Finding::refuses).map(words).collect(joining("\n")), reports);
    }

    private static List<Problem> problems(List<Finding> findings, boolean refuse, Function<Finding, String> words) {
        return findings.stream()
                .filter(finding -> finding.refuses() == refuse)
                .<Problem>map(finding -> new InFile(words.apply(finding), finding))
                .toList();
    }

    @Override
    public List<ResourceReport> getResorceReports() {
        return reports;
    }

    private record InFile(String words, Finding finding) implements Problem {

        @Override
        public String getMessage() {
            return words;
        }

        @Override
        public int getLine() {
            return finding.line();
        }

        @Override
        public int getColumn() {
            return 0;
        }

        @Override
        public @Nullable String getMainElementId() {
            var element = finding.element();
            return element == null ? null : element.id();
        }

        @Override
        public List<String> getElementIds() {
            var element = finding.element();
            return element == null ? List.of() : List.of(element.id());
        }
    }
}
