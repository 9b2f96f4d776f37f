package io.tandem.bot;

/** The bot broke down or took too long: a person has to take over. */
public final class BotFailed extends RuntimeException {

    BotFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
