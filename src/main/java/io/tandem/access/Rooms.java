package io.tandem.access;

import io.tandem.attachment.AttachmentSettings.Uploads;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** For how many large bodies there is room at the same time, and for how many of them from one address. */
final class Rooms {

    private final Semaphore free;
    private final int perAddress;
    private final ConcurrentHashMap<String, Integer> byAddress = new ConcurrentHashMap<>();

    Rooms(Uploads uploads) {
        free = new Semaphore(uploads.atOnce());
        perAddress = uploads.atOncePerAddress();
    }

    /** @return whether there was room; then it has to be {@link #leave left} */
    boolean enter(String address) {
        if (!free.tryAcquire()) return false;
        if (byAddress.merge(address, 1, Integer::sum) <= perAddress) return true;
        leave(address);
        return false;
    }

    void leave(String address) {
        byAddress.computeIfPresent(address, (a, count) -> count == 1 ? null : count - 1);
        free.release();
    }
}
