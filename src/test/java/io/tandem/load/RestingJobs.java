package io.tandem.load;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;

/** Waits until no step is left to be done beside a person's task. */
final class RestingJobs {

    private static final int PATIENCE = 20_000;

    private final TaskService tasks;
    private final ManagementService management;

    RestingJobs(TaskService tasks, ManagementService management) {
        this.tasks = tasks;
        this.management = management;
    }

    void await(String task) throws InterruptedException {
        var process = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        for (int i = 0; i < PATIENCE; i++) {
            if (management
                            .createJobQuery()
                            .processInstanceId(process)
                            .messages()
                            .count()
                    == 0) return;
            Thread.sleep(5);
        }
        throw new IllegalStateException("The steps beside task " + task + " do not end");
    }
}
