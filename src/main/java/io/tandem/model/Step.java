package io.tandem.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a delegate does in a diagram, told to those who cannot look into it: the proofs, which need to know when the bot
 * speaks, and Camunda Modeler, which offers it with its fields. Its name and description stand in {@code steps_*.properties}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Step {

    /** What it means for the promises. */
    Effect effect() default Effect.NONE;

    /** The process variables that it sets, each to any of its values. */
    String[] sets() default {};

    /** What the diagram has to tell it, as input parameters of the task. */
    String[] takes() default {};

    /** The process variables without which it fails: whoever leads a ticket to it has to see to them. */
    String[] needs() default {};

    /** The codes of the BPMN errors that it may end with. */
    String[] fails() default {};

    /** Whether it takes its time or must fail by itself, and so has to be a job of its own: what was done before is kept. */
    boolean ownJob() default false;

    enum Effect {
        NONE,
        /** Learns what the customer has said so far, the wish for a person included. */
        READS_CUSTOMER,
        /** The bot speaks; unless the customer has written or called for a person meanwhile. */
        BOT_ANSWERS,
        /** From here on a person has the ticket. */
        HANDS_OVER,
        AGENT_ANSWERS,
        RESOLVES,
        ASKS_FOR_RATING,
        CLOSES
    }
}
