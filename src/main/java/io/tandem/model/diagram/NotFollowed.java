package io.tandem.model.diagram;

/** Models whose elements are all supported, and which still cannot be followed. */
public final class NotFollowed {

    private NotFollowed() {}

    public static NotSupported withoutStart(Node owner) {
        return new NotSupported(owner.tag() + " without a plain start event", owner.id(), owner.name());
    }

    public static NotSupported withoutStart(ProcessModel process) {
        return new NotSupported("process without a start event", process.id(), process.name());
    }

    public static NotSupported severalStarts(ProcessModel process) {
        return new NotSupported("process with several start events without a message", process.id(), process.name());
    }

    public static NotSupported severalStarts(Node owner) {
        return new NotSupported(owner.tag() + " with several start events", owner.id(), owner.name());
    }

    public static NotSupported callsItself(Node call) {
        return new NotSupported("callActivity that calls itself", call.id(), call.name());
    }
}
