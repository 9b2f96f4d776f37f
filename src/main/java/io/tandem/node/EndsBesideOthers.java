package io.tandem.node;

import org.springframework.context.SmartLifecycle;

/**
 * Lets what it is doing come to an end, beside all others that do so: the program ends after the slowest of them, not after
 * all their patience together.
 */
public interface EndsBesideOthers extends SmartLifecycle {

    /** {@link #stop()} may take as long as that. */
    int MOST_SECONDS = 36;

    @Override
    default void stop(Runnable ended) {
        var end = new Thread(
                () -> {
                    try {
                        stop();
                    } finally {
                        ended.run();
                    }
                },
                "end-" + getClass().getSimpleName());
        end.setDaemon(true);
        end.start();
    }
}
