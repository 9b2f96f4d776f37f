package io.tandem.process.gate;

import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;

/** Finds out what a deployment would bring, also from earlier deployments; it deploys nothing. */
final class FilesOf extends DeployCmd {

    FilesOf(DeploymentBuilderImpl wanted) {
        super(wanted);
    }

    /** Only for those who may deploy. */
    Map<String, byte[]> read(CommandContext context) {
        checkCreateAndReadDeployments(context, getAllDeploymentIds(deploymentBuilder));
        return context.runWithoutAuthorization(() -> {
            var files = new TreeMap<String, byte[]>();
            for (ResourceEntity file : getResources(deploymentBuilder, context)) {
                files.put(file.getName(), file.getBytes());
            }
            var own = deploymentBuilder.getDeployment().getResources();
            if (own != null) own.forEach((name, file) -> files.put(name, file.getBytes()));
            return files;
        });
    }
}
