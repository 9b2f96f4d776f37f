package io.tandem.content;

import java.util.SortedMap;

/** The files that went through the gate and are live, by name. */
public interface LiveFiles {

    SortedMap<String, byte[]> files();
}
