package io.tandem.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All cases that a table may meet. Each variable has finitely many values that differ for the table: those that it names,
 * one between each two numbers, one that it does not name, and none at all. A case is a choice of one for each variable.
 */
public final class Cases {

    private final List<String> variables = new ArrayList<>();
    private final List<Samples> samples = new ArrayList<>();
    private final List<BitSet[]> possible = new ArrayList<>();
    private final List<BitSet[]> sure = new ArrayList<>();
    private final boolean isFirst;
    private final BitSet[] all;
    private final Search search = new Search();

    /** @param known the variables of which the value is known; the others may have any */
    Cases(DecisionTable table, Map<String, Object> known) {
        isFirst = table.isFirst();
        var columns = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < table.inputs().size(); i++) {
            columns.computeIfAbsent(table.inputs().get(i).variable(), variable -> new ArrayList<>())
                    .add(i);
        }
        columns.forEach((variable, inputs) -> {
            variables.add(variable);
            samples.add(
                    known.containsKey(variable)
                            ? Samples.only(known.getOrDefault(variable, DecisionTable.NULL))
                            : Samples.of(table, inputs));
        });
        for (var row : table.rows()) addRow(table, row, new ArrayList<>(columns.values()));
        all = box(samples.stream().map(Samples::all).toList());
    }

    private void addRow(DecisionTable table, DecisionTable.Row row, List<List<Integer>> columns) {
        var mayPass = new ArrayList<BitSet>();
        var surelyPass = new ArrayList<BitSet>();
        for (int v = 0; v < columns.size(); v++) {
            mayPass.add(new BitSet());
            surelyPass.add(new BitSet());
            var values = samples.get(v).values();
            for (int s = 0; s < values.size(); s++) {
                var passes = passes(table, row, columns.get(v), values.get(s));
                mayPass.get(v).set(s, passes != Truth.NO);
                surelyPass.get(v).set(s, passes == Truth.YES);
            }
        }
        possible.add(box(mayPass));
        sure.add(box(surelyPass));
    }

    private static Truth passes(DecisionTable table, DecisionTable.Row row, List<Integer> inputs, Object value) {
        var passes = Truth.YES;
        for (int input : inputs) {
            passes = passes.and(table.inputs().get(input).passes(row.cell(input), value));
        }
        return passes;
    }

    private static BitSet[] box(List<BitSet> sides) {
        return sides.toArray(BitSet[]::new);
    }

    /** Whether there is a case that the row decides. */
    public boolean mayDecide(int row) {
        return isFirst
                ? search.findOutside(possible.get(row), sure.subList(0, row))
                : Search.hasCases(possible.get(row));
    }

    /** Whether the table is too large for what was asked to be judged. */
    public boolean isTooLarge() {
        return search.isOverrun();
    }

    /** Whether some row fits in every case, as far as can be told. */
    boolean isCovered() {
        return !search.findOutside(all, sure);
    }

    /**
     * A case that no row fits: a value for each variable that matters.
     *
     * @param withNothing whether variables without a value count
     */
    public Optional<Map<String, Object>> uncovered(boolean withNothing) {
        var asked = new BitSet[all.length];
        for (int v = 0; v < all.length; v++) asked[v] = samples.get(v).asked(withNothing);
        if (!search.findOutside(asked, possible) || search.isOverrun()) return Optional.empty();
        return Optional.of(example(search.found(), asked));
    }

    private Map<String, Object> example(BitSet[] found, BitSet[] asked) {
        var example = new LinkedHashMap<String, Object>();
        for (int v = 0; v < found.length; v++) {
            if (!found[v].equals(asked[v])) {
                example.put(variables.get(v), samples.get(v).values().get(found[v].nextSetBit(0)));
            }
        }
        return example;
    }

    /** A case that both rows surely fit. */
    public Optional<Map<String, Object>> overlap(int row, int other) {
        if (!Search.meet(sure.get(row), sure.get(other))) return Optional.empty();
        var both = new BitSet[all.length];
        for (int v = 0; v < all.length; v++) {
            both[v] = (BitSet) sure.get(row)[v].clone();
            both[v].and(sure.get(other)[v]);
        }
        return Optional.of(example(both, all));
    }
}
