package io.tandem.model.net;

/** What the record knows of a ticket that its diagram does not, in a few bits. */
final class Memory {

    /** The customer wants a person, and none has the ticket yet. */
    private static final int WISH = 1;
    /** By the record a person has the ticket. */
    private static final int WITH_PERSON = 2;

    private static final int RESOLVED = 4;
    /** A person has had it since it was opened. */
    private static final int HANDED_OVER = 8;
    /** Somebody has answered the customer. */
    private static final int ANSWERED = 16;
    /** The survey has asked, or decided that it does not. */
    private static final int ASKED = 32;

    /** It goes on in another ticket, where wishes are heard now. */
    private static final int MERGED = 64;

    private Memory() {}

    static boolean isMerged(int memory) {
        return (memory & MERGED) != 0;
    }

    static int merged(int memory) {
        return memory | MERGED | ASKED;
    }

    static boolean wished(int memory) {
        return (memory & WISH) != 0;
    }

    static boolean isWithPerson(int memory) {
        return (memory & WITH_PERSON) != 0;
    }

    static boolean isResolved(int memory) {
        return (memory & RESOLVED) != 0;
    }

    static boolean isHandedOver(int memory) {
        return (memory & HANDED_OVER) != 0;
    }

    static boolean owesSurvey(int memory) {
        return (memory & ANSWERED) != 0 && (memory & ASKED) == 0;
    }

    static int wish(int memory) {
        return (memory | WISH | WITH_PERSON) & ~RESOLVED;
    }

    static int handedOver(int memory) {
        return (memory | HANDED_OVER | WITH_PERSON) & ~WISH & ~RESOLVED;
    }

    static int resolved(int memory) {
        return (memory | RESOLVED) & ~WITH_PERSON & ~WISH;
    }

    /** The customer is back, and what is answered now is to be asked about again. */
    static int reopened(int memory) {
        return memory & ~RESOLVED & ~ANSWERED & ~ASKED;
    }

    static int answered(int memory) {
        return memory | ANSWERED;
    }

    static int asked(int memory) {
        return memory | ASKED;
    }
}
