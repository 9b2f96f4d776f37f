package io.tandem.model.net;

import io.tandem.model.Steps;
import io.tandem.model.diagram.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the diagrams cannot say of themselves: what our steps do, what the tables decide, who sends which message. */
public interface World {

    Optional<Steps.Facts> step(String delegate);

    Optional<Table> table(String decision);

    Message message(String name);

    /** The process that is a ticket's life; the promises are about it. */
    String ticketProcess();

    /** Nodes at which the program lets a process begin, besides its start events, each with the variables that it gives. */
    Map<String, Set<String>> entries(String process);

    /** The message with which the customer calls for a person. */
    String wanted();

    /** The message with which a customer comes back to a resolved ticket. */
    String reopened();

    /** The message with which a ticket goes on in another one. */
    String merged();

    /** Whether a table has decided that the customer is not asked for a rating. */
    boolean asksNobody(Node decision, Map<String, String> outcome);

    /** Whether a step records that the customer has withdrawn. */
    boolean withdraws(Node step);

    /** What a step sets for certain while the customer's wish for a person waits to be heard. */
    Map<String, String> setsOnWish(Steps.Facts step);

    /** The variables that a person sets who completes a task. */
    Set<String> setByPersons();

    /**
     * A message to a process.
     *
     * @param sets the variables that come with it; {@link Values#ANY} for one that can have any value
     */
    record Message(Sender sender, Map<String, String> sets) {

        public enum Sender {
            CUSTOMER,
            OTHERS
        }
    }

    /** A decision as far as it can be foreseen. */
    interface Table {

        /** The process variables that it reads. */
        Set<String> reads();

        /**
         * What it can decide, each time the outputs whose values are known.
         *
         * @param known the variables that are known; {@link Values#NULL} is null
         */
        List<Map<String, String>> outcomes(Map<String, String> known);
    }
}
