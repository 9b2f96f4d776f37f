package io.tandem.channel;

/** A way to the customer. A new one is a new package and no edit elsewhere. */
public interface Channel {

    /** The name that tickets and messages carry, e.g. {@code web} or {@code mail-shop}; at most 40 characters. */
    String name();

    /** What can travel this way. */
    Abilities abilities();

    /** The kind of its addresses: channels that name the same one share their customers. */
    default String addresses() {
        return name();
    }

    /** Whether customers fetch what is stored, so that to store is to send; then nothing is handed to {@link #send}. */
    default boolean isFetched() {
        return false;
    }

    /**
     * Brings the message to the customer, outside of every transaction. May be called again for the same message after a
     * failure or a program that was killed, so its id is handed on where the way has a use for it.
     *
     * @throws Undeliverable if to try again is no use
     * @throws AwaitsCustomer if nothing is broken, but the customer has to write first; then {@link #invite} follows, unless
     *     there is another way to them
     * @throws ChannelDown if nothing can travel this way now; any other failure is this message's own, and it is tried again
     */
    Receipt send(Outgoing message) throws AwaitsCustomer;

    /**
     * Asks the customer to write, for whom the message waits; outside of every transaction. It is called as long as something
     * waits, and asks once until they have written. Fails as {@link #send} does.
     */
    default void invite(Outgoing message) {}

    /**
     * Whether something would get through now, found out without sending anything: connects and logs in, say. Outside of every
     * transaction.
     *
     * @return false if only a message can show it
     * @throws ChannelDown if nothing would
     */
    default boolean probe() {
        return false;
    }
}
