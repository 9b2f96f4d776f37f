package io.tandem.difference;

import io.tandem.difference.Detail.Kind;
import io.tandem.model.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is other in a diagram, element by element. */
final class DiagramDifference {

    private final Drawn before;
    private final Drawn after;
    private final List<Detail> details = new ArrayList<>();

    private DiagramDifference(Drawn before, Drawn after) {
        this.before = before;
        this.after = after;
    }

    static List<Detail> between(XmlElement before, XmlElement after) {
        var difference = new DiagramDifference(new Drawn(before), new Drawn(after));
        difference.find();
        return difference.details;
    }

    private void find() {
        before.items().values().stream()
                .filter(item -> !after.items().containsKey(item.id()))
                .forEach(item -> add(Kind.REMOVED, item, before, null, null, null));
        for (var item : after.items().values()) {
            var old = before.items().get(item.id());
            if (old == null) add(Kind.ADDED, item, after, null, null, null);
            else compare(old, item);
        }
    }

    private void compare(Item old, Item now) {
        var found = details.size();
        if (!Objects.equals(old.label(), now.label())) add(Kind.RENAMED, now, after, null, old.label(), now.label());
        if (!old.type().equals(now.type())) add(Kind.CHANGED, now, after, "type", old.type(), now.type());
        if (!Objects.equals(old.from(), now.from()) || !Objects.equals(old.to(), now.to())) {
            add(Kind.REWIRED, now, after, null, ends(old, before), ends(now, after));
        }
        compareProperties(old, now);
        var moved = !Objects.equals(before.place(old.id()), after.place(now.id()));
        if (moved && details.size() == found) add(Kind.MOVED, now, after, null, null, null);
    }

    private void compareProperties(Item old, Item now) {
        var names = new TreeSet<>(old.properties().keySet());
        names.addAll(now.properties().keySet());
        for (var name : names) {
            var was = old.properties().get(name);
            var is = now.properties().get(name);
            if (!Objects.equals(was, is)) add(Kind.CHANGED, now, after, name, was, is);
        }
    }

    private static String ends(Item flow, Drawn in) {
        return "%s → %s".formatted(in.called(flow.from()), in.called(flow.to()));
    }

    private void add(
            Kind kind, Item item, Drawn in, @Nullable String property, @Nullable String was, @Nullable String is) {
        details.add(new Detail(kind, item.id(), in.called(item.id()), item.type(), property, was, is));
    }
}
