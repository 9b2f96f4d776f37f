package io.tandem.session;

/**
 * How one type of what a session holds is written into the database. What no bean of this type knows is not kept: nothing
 * that lies there can make objects of any other class.
 */
public interface SessionValue<T> {

    Class<T> type();

    /** All that {@link #read} needs, and no more: it is compared to see whether something has changed. */
    String write(T value);

    /** @throws IllegalArgumentException if this was written by a version that says it otherwise: then it is not there */
    T read(String written);
}
