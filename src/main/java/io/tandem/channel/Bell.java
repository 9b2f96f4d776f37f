package io.tandem.channel;

import java.time.Duration;

/** Wakes whoever waits for work. A ring is not lost if nobody waits yet. */
public final class Bell {

    private boolean rung;

    public synchronized void ring() {
        rung = true;
        notifyAll();
    }

    /** Until it rings, or the time is over. */
    public synchronized void await(Duration atMost) throws InterruptedException {
        if (!rung) wait(atMost.toMillis());
        rung = false;
    }
}
