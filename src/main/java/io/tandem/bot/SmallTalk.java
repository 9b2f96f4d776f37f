package io.tandem.bot;

/** Whether a message is nothing but small talk, and of which kind. */
public enum SmallTalk {
    NONE,
    GREETING,
    THANKS
}
