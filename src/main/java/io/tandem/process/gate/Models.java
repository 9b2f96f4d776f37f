package io.tandem.process.gate;

import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import java.util.List;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;

/** The engine, as the gate sees it. */
interface Models {

    /**
     * Deploys all models and forms, in the caller's transaction; if there is nothing new about them, the deployment is
     * the one that has them already.
     *
     * @param before what is live; without files if nothing is
     * @throws NotTaken if the engine does not take them
     */
    DeploymentWithDefinitions deploy(Snapshot before, Snapshot after);

    /** The engine does not take the models. */
    final class NotTaken extends RuntimeException {

        private final transient List<Finding> findings;

        NotTaken(List<Finding> findings, Throwable cause) {
            super(cause);
            this.findings = findings;
        }

        List<Finding> findings() {
            return findings;
        }
    }
}
