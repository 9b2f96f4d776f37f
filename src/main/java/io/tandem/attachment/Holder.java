package io.tandem.attachment;

import java.util.UUID;

/** Who holds a file until a message takes it along: only they may name it. */
public record Holder(String name) {

    private static final String CUSTOMER = "message/";

    /** A customer, known by the id of the message that is to come: a UUID that only their page knows. */
    public static Holder customer(UUID message) {
        return new Holder(CUSTOMER + message);
    }

    public static Holder agent(UUID ticket, String agent) {
        return new Holder("desk/" + ticket + "/" + agent);
    }

    /** What a channel has received, known by its provider's id of the message. */
    public static Holder channel(String channel, String providerId) {
        return new Holder(channel + "/" + providerId);
    }

    boolean isAnybody() {
        return name.startsWith(CUSTOMER);
    }

    static String everyCustomer() {
        return CUSTOMER + "%";
    }
}
