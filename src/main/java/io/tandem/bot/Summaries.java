package io.tandem.bot;

import java.util.Optional;

/** Says in one sentence what a conversation is about. It may have nothing to say, and never fails. */
public interface Summaries {

    /** Without a language model the customer's own words have to do. */
    Summaries NONE = conversation -> Optional.empty();

    Optional<String> of(Conversation conversation);
}
