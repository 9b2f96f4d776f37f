package io.tandem.insight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A month's figures while they are drawn up: who is counted, in which groups, and which sums may be told. */
final class Month {

    /** An agent with fewer tickets in the month is not counted: their figures would say little and show much. */
    static final int FEWEST_TICKETS = 5;

    /** The figures of one group, and nobody's name. */
    record Sum(String team, Figure figure, Amount amount) {}

    private final Map<Figure, Map<String, Amount>> amounts = new HashMap<>();
    private final Map<String, List<String>> counted = new TreeMap<>();

    /** @param members the groups and who is in them */
    Month(List<Share> shares, Map<String, List<String>> members) {
        shares.forEach(share -> amounts.computeIfAbsent(share.figure(), figure -> new TreeMap<>())
                .merge(share.agent(), share.amount(), Amount::plus));
        var busy = of(Figure.TICKETS).entrySet().stream()
                .filter(agent -> agent.getValue().cases() >= FEWEST_TICKETS)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        members.forEach((team, agents) -> {
            var inTeam = agents.stream().filter(busy::contains).toList();
            if (!inTeam.isEmpty()) counted.put(team, List.copyOf(new TreeSet<>(inTeam)));
        });
    }

    private Map<String, Amount> of(Figure figure) {
        return amounts.getOrDefault(figure, Map.of());
    }

    /** The agents whom each group's figures include. */
    Map<String, List<String>> counted() {
        return counted;
    }

    List<Sum> sums() {
        return amounts.keySet().stream()
                .flatMap(figure -> sums(figure).stream())
                .toList();
    }

    /** Each figure by itself: of five agents perhaps only one was rated. */
    private List<Sum> sums(Figure figure) {
        var groups = new TreeMap<String, Map<String, Amount>>();
        counted.forEach((team, agents) -> groups.put(
                team,
                agents.stream()
                        .filter(of(figure)::containsKey)
                        .collect(Collectors.toMap(agent -> agent, of(figure)::get))));
        return new Disclosure(groups)
                .shown().stream()
                        .map(team -> new Sum(team, figure, sum(groups.getOrDefault(team, Map.of()))))
                        .toList();
    }

    private static Amount sum(Map<String, Amount> agents) {
        return agents.values().stream().reduce(Amount.NONE, Amount::plus);
    }
}
