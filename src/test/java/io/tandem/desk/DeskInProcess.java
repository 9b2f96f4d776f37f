package io.tandem.desk;

import io.tandem.process.AgentTask.Action;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** The desk without its pages: what their requests end in. */
public final class DeskInProcess {

    private final Desk desk;

    public DeskInProcess(ApplicationContext tandem) {
        desk = tandem.getBean(Desk.class);
    }

    public void resolves(String task, String agent, String text) {
        desk.reply(
                task, agent, text, List.of(), Action.RESOLVE, UUID.randomUUID().toString(), null);
    }
}
