package io.tandem.node;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** The node that this program is, from its start to its end. */
@Component
public class ThisNode {

    private final String id = UUID.randomUUID().toString();

    /** By it others know what is this node's. */
    public String id() {
        return id;
    }
}
