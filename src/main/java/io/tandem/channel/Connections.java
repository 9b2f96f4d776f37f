package io.tandem.channel;

import java.util.List;

/** The channels of one kind, as many as are configured. */
public interface Connections {

    List<? extends Channel> channels();
}
