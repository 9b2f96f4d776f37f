package io.tandem.process;

import static java.util.stream.Collectors.joining;

import io.tandem.content.ProcessFolder;
import io.tandem.content.Saved;
import java.io.ByteArrayInputStream;
import java.util.TreeMap;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXParseException;

/**
 * Brings the models in {@code processes/} to the engine: all of them as one snapshot, so that a process finds the
 * tables and forms that it was saved with. Nothing changed, nothing deployed. What the engine refuses stays as it was.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);
    private static final String NAME = "processes";
    private static final String TICKET = "ticket.bpmn";

    private final RepositoryService repository;
    private final ProcessFolder folder;

    ModelDeployment(RepositoryService repository, ProcessFolder folder) {
        this.repository = repository;
        this.folder = folder;
    }

    /** Before the first request comes in. Without any good version there is nothing to work with. */
    @Override
    public void afterSingletonsInstantiated() {
        try {
            deploy();
        } catch (RefusedModels refused) {
            if (!hasVersion()) throw refused;
            log.error("The last good models stay live. {}", refused.getMessage());
        }
    }

    @EventListener(Saved.class)
    void saved() {
        try {
            deploy();
        } catch (RefusedModels refused) {
            log.error("The last good models stay live. {}", refused.getMessage());
        }
    }

    private void deploy() {
        var files = new TreeMap<String, byte[]>();
        files.putAll(folder.files("*.{bpmn,dmn}"));
        files.putAll(folder.files("forms/*"));
        if (!files.containsKey(TICKET))
            throw new RefusedModels(TICKET + " is missing, and nothing works without it", null);
        var deployment = repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(false);
        files.forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
        try {
            var before = repository.createDeploymentQuery().count();
            deployment.deploy();
            if (repository.createDeploymentQuery().count() > before) log.info("{} models are live", files.size());
        } catch (ParseException refused) {
            throw new RefusedModels(reasons(refused), refused);
        } catch (ProcessEngineException refused) {
            throw new RefusedModels(refused.getMessage() + place(refused), refused);
        }
    }

    /** Where a file stops being XML, which the engine knows and does not say. */
    private static String place(Throwable refused) {
        for (var cause = refused.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SAXParseException xml) {
                return " (line %d, column %d)".formatted(xml.getLineNumber(), xml.getColumnNumber());
            }
        }
        return "";
    }

    private boolean hasVersion() {
        return repository.createDeploymentQuery().deploymentName(NAME).count() > 0;
    }

    private static String reasons(ParseException refused) {
        return refused.getResorceReports().stream()
                .flatMap(report -> report.getErrors().stream()
                        .map(problem -> "%s: %s".formatted(report.getResourceName(), reason(problem))))
                .collect(joining("; "));
    }

    private static String reason(Problem problem) {
        var element = problem.getMainElementId();
        return element == null
                ? "line %d: %s".formatted(problem.getLine(), problem.getMessage())
                : "%s (line %d): %s".formatted(element, problem.getLine(), problem.getMessage());
    }

    /** The engine does not take the models; the message names file, element and reason. */
    static final class RefusedModels extends RuntimeException {
        RefusedModels(String reasons, @Nullable Throwable cause) {
            super("The models in processes/ are refused: " + reasons, cause);
        }
    }
}
