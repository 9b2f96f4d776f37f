package io.tandem.node;

/**
 * The other nodes. What they are told reaches them within a moment as {@link Heard}, or never: it is a hint at what stands in
 * the database. Where there is one node only, nobody hears it.
 */
public interface Neighbours {

    /**
     * Says something that is true now: after the commit, never before.
     *
     * @param content a few words, ids at best: it is nothing that anybody reads
     */
    void tell(String kind, String content);

    /** What another node has told; published to whoever listens, on a thread that must not be kept. */
    record Heard(String kind, String content) {}

    /** A node has died; told to one that lives. */
    record Died(String node) {}

    /** For a while nothing could be heard. Whoever waits for hints looks for themselves now. */
    record Missed() {}
}
