package io.tandem.process.migration;

import static org.awaitility.Awaitility.await;

import io.tandem.story.CustomerInChat;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.ApplicationContext;

/** The processes of customers' tickets, as the engine has them. */
final class InEngine {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final LiveModels models;

    InEngine(ApplicationContext tandem) {
        runtime = tandem.getBean(RuntimeService.class);
        management = tandem.getBean(ManagementService.class);
        models = tandem.getBean(LiveModels.class);
    }

    boolean isOnLiveVersion(CustomerInChat customer) {
        var versions = versions(customer);
        return !versions.isEmpty() && versions.stream().allMatch(this::isLive);
    }

    boolean isLive(String definition) {
        return models.now().ids().contains(definition);
    }

    List<String> versions(CustomerInChat customer) {
        return processes(customer).stream()
                .map(ProcessInstance::getProcessDefinitionId)
                .toList();
    }

    List<ProcessInstance> processes(CustomerInChat customer) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(customer.ticket().toString())
                .list();
    }

    /** No step is to be done. */
    void comesToRest(CustomerInChat customer) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> processes(customer).stream()
                        .noneMatch(process -> management
                                        .createJobQuery()
                                        .processInstanceId(process.getId())
                                        .messages()
                                        .count()
                                > 0));
    }
}
