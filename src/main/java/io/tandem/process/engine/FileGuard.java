package io.tandem.process.engine;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/** Looks at every file that is deployed before anything reads it. */
final class FileGuard implements Deployer {

    private static final Pattern CASE = Pattern.compile(".*\\.cmmn(1[01]\\.xml)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern MODEL = Pattern.compile(".*\\.(bpmn|dmn|xml)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOCTYPE = Pattern.compile("<!(DOCTYPE|ENTITY)");

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) deployment.getResources().values().forEach(FileGuard::check);
    }

    private static void check(ResourceEntity file) {
        if (CASE.matcher(file.getName()).matches()) {
            throw new NotValidException(file.getName() + ": cases (CMMN) are refused, draw a process (BPMN)");
        }
        if (MODEL.matcher(file.getName()).matches() && declaresType(file.getBytes())) {
            throw new NotValidException(file.getName() + ": a DOCTYPE is refused, delete it");
        }
    }

    /** Without its zero bytes, UTF-16 reads like ASCII. */
    private static boolean declaresType(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
        return DOCTYPE.matcher(text).find();
    }
}
