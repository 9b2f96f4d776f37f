package io.tandem.model.diagram;

/** What a node is to those who follow the tokens. */
public enum Kind {
    START,
    END,
    /** A task that the program does at once, whatever its BPMN type. */
    STEP,
    /** A task that a person does. */
    PERSON,
    /** A task or event that waits for what its trigger says. */
    WAIT,
    /** An event that throws and goes on. */
    THROW,
    CALL,
    SUB_PROCESS,
    EVENT_SUB_PROCESS,
    EXCLUSIVE,
    PARALLEL,
    EVENT_BASED,
    BOUNDARY;

    /** Whether it can have boundary events. */
    public boolean isActivity() {
        return switch (this) {
            case STEP, PERSON, CALL, SUB_PROCESS, WAIT -> true; // waiting is a receive task
            default -> false;
        };
    }
}
