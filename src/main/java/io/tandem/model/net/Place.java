package io.tandem.model.net;

import io.tandem.model.diagram.Body;
import io.tandem.model.diagram.Node;
import io.tandem.model.diagram.ProcessModel;

/**
 * A node with what surrounds it, by number.
 *
 * @param in the numbers of its incoming flows
 * @param out the numbers of its outgoing flows
 * @param boundaries the numbers of the events on its border
 */
record Place(int index, Node node, ProcessModel process, Body body, int[] in, int[] out, int[] boundaries) {

    boolean canBeInterrupted() {
        return boundaries.length > 0;
    }
}
