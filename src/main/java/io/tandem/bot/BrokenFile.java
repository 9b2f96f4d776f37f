package io.tandem.bot;

/** A file of a process owner that cannot be used; the message tells them where and why. */
final class BrokenFile extends RuntimeException {

    BrokenFile(String file, int line, String reason) {
        super("%s, line %d: %s".formatted(file, line, reason));
    }

    BrokenFile(String file, String reason) {
        super(file + ": " + reason);
    }
}
