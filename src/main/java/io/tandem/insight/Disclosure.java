package io.tandem.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which groups' sums may be told so that no arithmetic brings out fewer than five people. It is not enough that each group
 * is large: of two that differ by one agent, the difference is that agent's figure, and three can do what two cannot.
 */
public final class Disclosure {

    public static final int FEWEST = 5;

    private final Map<String, Map<String, Amount>> groups;

    /** @param groups what each agent adds to each group; agents who add nothing are left out */
    Disclosure(Map<String, Map<String, Amount>> groups) {
        this.groups = groups;
    }

    /** The largest first: a small group gives way to a large one, not the other way round. */
    List<String> shown() {
        var shown = new ArrayList<String>();
        groups.keySet().stream()
                .filter(this::isBroad)
                .sorted(Comparator.comparing((String group) -> -of(group).size())
                        .thenComparing(group -> group))
                .filter(group -> isSafe(shown, group))
                .forEach(shown::add);
        return shown;
    }

    private Map<String, Amount> of(String group) {
        return groups.getOrDefault(group, Map.of());
    }

    private boolean isBroad(String group) {
        return isBroad(of(group).values());
    }

    /** Enough people, and none of them stands for more than half: else the sum is nearly one person's. */
    public static boolean isBroad(Collection<Amount> amounts) {
        var sum = amounts.stream().reduce(Amount.NONE, Amount::plus);
        return amounts.size() >= FEWEST
                && amounts.stream().allMatch(one -> 2 * one.cases() <= sum.cases() && 2 * one.total() <= sum.total());
    }

    private boolean isSafe(List<String> shown, String another) {
        var columns = columns(Stream.concat(shown.stream(), Stream.of(another)).toList());
        var rank = Rank.of(columns.stream().map(Column::parts).toList());
        return noneHides(columns, 0, FEWEST - 1, rank, new ArrayList<>(columns));
    }

    /** The people who belong to the same groups: sums cannot tell them apart. */
    private record Column(boolean[] parts, int people) {}

    private List<Column> columns(List<String> told) {
        var people = new TreeMap<String, boolean[]>();
        for (int i = 0; i < told.size(); i++) {
            for (var agent : of(told.get(i)).keySet()) {
                people.computeIfAbsent(agent, nobody -> new boolean[told.size()])[i] = true;
            }
        }
        return grouped(people.values());
    }

    private static List<Column> grouped(Collection<boolean[]> people) {
        var same = new TreeMap<String, Column>();
        people.forEach(parts -> same.merge(
                Arrays.toString(parts),
                new Column(parts, 1),
                (one, other) -> new Column(one.parts(), one.people() + other.people())));
        return List.copyOf(same.values());
    }

    /**
     * Whether the sums stay as independent without any few people as with them. If leaving some out makes one sum follow
     * from the others, then with them in, their own sum follows.
     */
    private static boolean noneHides(List<Column> all, int from, int people, int rank, List<Column> left) {
        for (int i = from; i < all.size(); i++) {
            var column = all.get(i);
            if (column.people() > people) continue;
            left.remove(column);
            var hides = Rank.of(left.stream().map(Column::parts).toList()) < rank
                    || !noneHides(all, i + 1, people - column.people(), rank, left);
            left.add(column);
            if (hides) return false;
        }
        return true;
    }
}
