package io.tandem.process.proof;

import io.tandem.check.Snapshot;
import io.tandem.model.DecisionFile;
import io.tandem.model.Steps;
import io.tandem.model.diagram.Diagrams;
import io.tandem.model.diagram.ProcessModel;
import io.tandem.model.net.World;
import java.util.List;

/** The processes of a folder, with what is known of the world around them. */
public record OurWorld(List<ProcessModel> models, World world) {

    public static OurWorld of(Snapshot folder) {
        var models = folder.ending(".bpmn").entrySet().stream()
                .flatMap(file -> Diagrams.read(file.getKey(), file.getValue()).stream())
                .toList();
        var tables = folder.ending(".dmn").values().stream()
                .flatMap(file -> DecisionFile.read(file).stream())
                .toList();
        return new OurWorld(models, TicketWorld.of(Steps.ours(), tables));
    }

    public static OurWorld now() {
        return of(Edited.ours().folder());
    }

    public ProcessModel process(String id) {
        return models.stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
