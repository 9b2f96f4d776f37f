package io.tandem.node;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The node that this program is, from its start to its end. */
@Component
public class ThisNode {

    private static final Logger log = LoggerFactory.getLogger(ThisNode.class);

    private final String id = UUID.randomUUID().toString();

    ThisNode() {
        log.info("This is node {}", id);
    }

    /** By it others know what is this node's. */
    public String id() {
        return id;
    }
}
