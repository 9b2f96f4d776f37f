package io.tandem.model.net;

import io.tandem.model.diagram.Node;

/** A node and the file that it stands in. */
public record Spot(String file, Node node) {

    static Spot of(Place place) {
        return new Spot(place.process().file(), place.node());
    }

    static Spot of(Occurrence what) {
        return new Spot(what.file(), what.node());
    }
}
