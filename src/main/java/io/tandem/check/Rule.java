package io.tandem.check;

import java.util.List;

/** One thing that has to be right about the folder. It reads the snapshot and nothing else: no engine, no database. */
public interface Rule {

    /** What is wrong or worth a word; empty if all is well. */
    List<Finding> check(Snapshot folder);

    /** Whether it is asked only where no other rule has found an error in a model: it would find what follows from that. */
    default boolean takesModelsAtTheirWord() {
        return false;
    }
}
