package io.tandem.process.engine;

import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/** A task as a list shows it to those who are not to count what a person has. A copy: the engine would store a change. */
final class NamelessTask {

    private NamelessTask() {}

    static Task unlessOf(String reader, Task task) {
        var named = task.getAssignee() != null || task.getOwner() != null;
        return named && !reader.equals(task.getAssignee()) ? copy((TaskEntity) task) : task;
    }

    private static TaskEntity copy(TaskEntity task) {
        var copy = new TaskEntity(task.getId());
        copy.setRevision(task.getRevision());
        copy.setNameWithoutCascade(task.getName());
        copy.setDescriptionWithoutCascade(task.getDescription());
        copy.setPriorityWithoutCascade(task.getPriority());
        copy.setCreateTime(task.getCreateTime());
        copy.setLastUpdated(task.getLastUpdated());
        copy.setTaskState(task.getTaskState());
        copy.setDueDateWithoutCascade(task.getDueDate());
        copy.setFollowUpDateWithoutCascade(task.getFollowUpDate());
        copy.setDelegationStateWithoutCascade(task.getDelegationState());
        copy.setParentTaskIdWithoutCascade(task.getParentTaskId());
        copy.setTaskDefinitionKeyWithoutCascade(task.getTaskDefinitionKey());
        copy.setExecutionId(task.getExecutionId());
        copy.setProcessInstanceId(task.getProcessInstanceId());
        copy.setProcessDefinitionId(task.getProcessDefinitionId());
        copy.setSuspensionState(task.getSuspensionState());
        copy.setTenantId(task.getTenantId());
        return copy;
    }
}
