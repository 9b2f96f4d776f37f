package io.tandem.process.gate;

import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;

/** A deployment that the gate itself makes: nobody else can, and every other one is stopped. */
final class JudgedDeployment extends DeployCmd {

    JudgedDeployment(DeploymentBuilderImpl builder) {
        super(builder);
    }
}
