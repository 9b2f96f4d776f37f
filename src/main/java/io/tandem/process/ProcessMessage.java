package io.tandem.process;

/** What the processes hear of, by the names that stand in the models. */
public enum ProcessMessage {
    TICKET_OPENED("ticket-opened"),
    TICKET_REOPENED("ticket-reopened"),
    CUSTOMER_WROTE("customer-wrote"),
    HUMAN_WANTED("human-wanted"),
    ANSWER_HELPED("answer-helped"),
    ANSWER_DID_NOT_HELP("answer-did-not-help"),
    RATED("rated"),
    TICKET_MERGED("ticket-merged"),
    TICKET_OVER("ticket-over");

    private final String model;

    ProcessMessage(String model) {
        this.model = model;
    }

    /** The message's name in the models. */
    public String inModel() {
        return model;
    }
}
