package io.tandem.process.gate;

import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import io.tandem.content.FileSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/** Files that somebody deploys, laid over those that are live. */
@Component
class DeployedFiles {

    private static final Logger log = LoggerFactory.getLogger(DeployedFiles.class);
    private static final String MODELER = "Camunda Modeler";

    private final Gate gate;
    private final IdentityService identity;
    private final FindingLines words;

    DeployedFiles(Gate gate, IdentityService identity, FindingLines words) {
        this.gate = gate;
        this.identity = identity;
        this.words = words;
    }

    /** @throws RefusedDeployment with the findings in words */
    DeploymentWithDefinitions pass(Map<String, byte[]> brought, DeploymentBuilderImpl asked) {
        try {
            return gate.pass(live -> laidOver(live, brought, asked)).deployment();
        } catch (Refused refused) {
            var language = LocaleContextHolder.getLocale().getLanguage();
            log.warn("A deployment by {} is refused.\n{}", refused.wish().by(), words.forOperators(refused.findings()));
            throw RefusedDeployment.of(refused.findings(), finding -> words.line(finding, language));
        }
    }

    private Wish laidOver(Snapshot live, Map<String, byte[]> brought, DeploymentBuilderImpl asked) {
        var unfit = new ArrayList<Finding>(terms(asked));
        var files = new TreeMap<String, byte[]>();
        brought.forEach((name, content) -> new Place(live)
                .of(name)
                .ifPresentOrElse(
                        place -> {
                            if (content.length > FileSize.LARGEST) unfit.add(Finding.tooLarge(place, content.length));
                            files.put(place, content);
                        },
                        () -> unfit.add(Finding.error("deployment.unknownFile", name, null, Map.of()))));
        if (brought.isEmpty()) unfit.add(Finding.error("deployment.empty", "", null, Map.of()));
        var after = unfit.isEmpty() ? live.with(files) : live;
        return new Wish(live, after, unfit, way(asked), by(), Changes.between(live, after), null);
    }

    /** What the folder cannot have: it is live at once, and for all. */
    private static List<Finding> terms(DeploymentBuilderImpl asked) {
        var terms = new ArrayList<Finding>();
        if (asked.getProcessDefinitionsActivationDate() != null) {
            terms.add(Finding.error("deployment.later", "", null, Map.of()));
        }
        if (asked.getDeployment().getTenantId() != null) {
            terms.add(Finding.error("deployment.tenant", "", null, Map.of()));
        }
        return terms;
    }

    private static Way way(DeploymentBuilderImpl asked) {
        if (RequestContextHolder.getRequestAttributes() == null) return Way.API;
        return MODELER.equals(asked.getDeployment().getSource()) ? Way.MODELER : Way.REST;
    }

    private String by() {
        var user = identity.getCurrentAuthentication();
        return user == null ? "program" : user.getUserId();
    }
}
