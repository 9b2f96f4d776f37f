package io.tandem.insight;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No arithmetic with what is shown brings out the figure of fewer than five people. */
class DisclosureTest {

    private final Map<String, Map<String, Amount>> groups = new LinkedHashMap<>();

    private void group(String name, int from, int to) {
        groups.put(name, people(from, to));
    }

    private static Map<String, Amount> people(int from, int to) {
        return IntStream.range(from, to).boxed().collect(toMap(i -> "agent" + i, i -> new Amount(10, 10)));
    }

    private void groupOfSixWith(Amount amount) {
        var agents = people(0, 5);
        agents.put("busy", amount);
        groups.put("agents", agents);
    }

    private List<String> shown() {
        return new Disclosure(groups).shown();
    }

    @Test
    void fourAreTooFewAndFiveAreEnough() {
        group("four", 0, 4);
        group("five", 10, 15);

        assertThat(shown()).containsExactly("five");
    }

    @Test
    void groupsThatDifferByOnePersonAreNotBothShown() {
        group("agents", 0, 9);
        group("payments", 0, 8);

        assertThat(shown()).containsExactly("agents");
    }

    @Test
    void groupsThatDifferByFiveAre() {
        group("agents", 0, 13);
        group("payments", 0, 8);

        assertThat(shown()).containsExactly("agents", "payments");
    }

    @Test
    void twoGroupsThatAreAllOfAThirdButOnePersonAreNotBothShownBesideIt() {
        group("agents", 0, 11);
        group("delivery", 0, 5);
        group("payments", 5, 10);

        assertThat(shown()).containsExactly("agents", "delivery");
    }

    @Test
    void aGroupMayOverlapWhereTheOverlapStaysHidden() {
        group("delivery", 0, 8);
        group("payments", 6, 14);

        assertThat(shown()).containsExactly("delivery", "payments");
    }

    @Test
    void butNotIfAThirdGroupBringsTheOverlapOut() {
        group("delivery", 0, 8);
        group("payments", 6, 14);
        group("agents", 0, 14);

        assertThat(shown()).containsExactly("agents", "delivery");
    }

    @Test
    void theSameGroupUnderTwoNamesTellsNothingNew() {
        group("agents", 0, 6);
        group("team", 0, 6);

        assertThat(shown()).containsExactly("agents", "team");
    }

    @Test
    void nobodyStandsForMoreThanHalf() {
        groupOfSixWith(new Amount(60, 60));

        assertThat(shown()).isEmpty();
    }

    @Test
    void norForMoreThanHalfOfTheSeconds() {
        groupOfSixWith(new Amount(10, 60));

        assertThat(shown()).isEmpty();
    }

    /** Against the definition itself: adds and takes away shown groups in all ways up to three times each. */
    @Test
    void noSumOrDifferenceOfRandomGroupsIsAboutFewerThanFive() {
        var random = new Random(4);
        for (int round = 0; round < 300; round++) {
            groups.clear();
            var size = 12 + random.nextInt(6);
            for (int i = 0; i < 4; i++) {
                var share = random.nextDouble();
                groups.put("group" + i, randomly(size, share, random));
            }
            var shown = shown();
            assertThat(smallestDifference(shown)).as("%s of %s", shown, groups).isGreaterThanOrEqualTo(5);
        }
    }

    private static Map<String, Amount> randomly(int size, double share, Random random) {
        var people = people(0, size);
        people.keySet().removeIf(agent -> random.nextDouble() > share);
        return people;
    }

    private int smallestDifference(List<String> shown) {
        var smallest = Integer.MAX_VALUE;
        for (var times : combinations(shown.size())) {
            var people = new HashSet<String>();
            groups.values().forEach(group -> people.addAll(group.keySet()));
            people.removeIf(agent -> sum(shown, times, agent) == 0);
            if (!people.isEmpty()) smallest = Math.min(smallest, people.size());
        }
        return smallest;
    }

    private int sum(List<String> shown, List<Integer> times, String agent) {
        return IntStream.range(0, shown.size())
                .filter(i -> groups.getOrDefault(shown.get(i), Map.of()).containsKey(agent))
                .map(times::get)
                .sum();
    }

    private static Set<List<Integer>> combinations(int length) {
        Set<List<Integer>> all = Set.of(List.of());
        for (int i = 0; i < length; i++) {
            var longer = new HashSet<List<Integer>>();
            for (var one : all) {
                for (int times = -3; times <= 3; times++) {
                    var more = new ArrayList<>(one);
                    more.add(times);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }
}
