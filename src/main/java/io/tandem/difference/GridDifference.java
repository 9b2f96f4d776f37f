package io.tandem.difference;

import io.tandem.difference.Detail.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is other in a table. Rules are known by their ids, so that one in between does not change all below. */
final class GridDifference {

    private final Grid before;
    private final Grid after;
    private final List<Detail> details = new ArrayList<>();

    GridDifference(Grid before, Grid after) {
        this.before = before;
        this.after = after;
    }

    List<Detail> find() {
        if (!before.hitPolicy().equals(after.hitPolicy())) {
            details.add(Detail.of(Kind.CHANGED, null, "hitPolicy", before.hitPolicy(), after.hitPolicy()));
        }
        findColumns();
        before.rules().keySet().stream()
                .filter(rule -> !after.rules().containsKey(rule))
                .forEach(rule -> add(Kind.RULE_REMOVED, rule, before, null, before.inOneLine(rule), null));
        after.rules().keySet().forEach(this::findRule);
        findMoves();
        return details;
    }

    private void findColumns() {
        before.columns().forEach((id, heading) -> {
            if (!after.columns().containsKey(id)) {
                details.add(new Detail(Kind.REMOVED, id, heading, "column", null, null, null));
            }
        });
        after.columns().forEach((id, heading) -> {
            var old = before.columns().get(id);
            if (old == null) details.add(new Detail(Kind.ADDED, id, heading, "column", null, null, null));
            else if (!old.equals(heading)) {
                details.add(new Detail(Kind.RENAMED, id, heading, "column", null, old, heading));
            }
        });
    }

    private void findRule(String rule) {
        var old = before.rules().get(rule);
        if (old == null) {
            add(Kind.RULE_ADDED, rule, after, null, null, after.inOneLine(rule));
            return;
        }
        var now = after.rules().get(rule);
        if (now == null) return;
        var columns = new LinkedHashSet<>(old.keySet());
        columns.addAll(now.keySet());
        for (var column : columns) {
            if (!Objects.equals(old.get(column), now.get(column))) {
                add(Kind.CELL_CHANGED, rule, after, after.heading(column), old.get(column), now.get(column));
            }
        }
    }

    /** Those that passed another one which stayed; what only made room did not move. */
    private void findMoves() {
        var old = common(before, after);
        var now = common(after, before);
        while (!old.equals(now)) {
            var moved = farthest(old, now);
            add(Kind.RULE_MOVED, moved, after, null, before.number(moved), after.number(moved));
            old.remove(moved);
            now.remove(moved);
        }
    }

    private static List<String> common(Grid of, Grid with) {
        var rules = new ArrayList<>(of.rules().keySet());
        rules.retainAll(with.rules().keySet());
        return rules;
    }

    private static String farthest(List<String> old, List<String> now) {
        var farthest = old.get(0);
        for (var rule : old) {
            if (distance(rule, old, now) > distance(farthest, old, now)) farthest = rule;
        }
        return farthest;
    }

    private static int distance(String rule, List<String> old, List<String> now) {
        return Math.abs(old.indexOf(rule) - now.indexOf(rule));
    }

    private void add(
            Kind kind, String rule, Grid in, @Nullable String column, @Nullable String was, @Nullable String is) {
        details.add(new Detail(kind, rule, in.number(rule), "rule", column, was, is));
    }
}
