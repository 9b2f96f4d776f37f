package io.tandem.insight.step;

import io.tandem.insight.InsightSettings;
import io.tandem.process.Diagram;
import io.tandem.process.Diagrams;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an owner may see of the steps of one process over a period. There is no way in that leaves no look behind. */
@Component
class StepFigures {

    /** Counts of people's steps are told in fives: what is left between two of them is about no few people. */
    private static final int GRAIN = 5;

    /**
     * @param weeks how many weeks the steps of people are counted in, the last ones that are over
     * @param weeksUntil the first day after them
     */
    record OfProcess(String process, int days, LocalDate from, int weeks, LocalDate weeksUntil, List<OfStep> steps) {}

    /**
     * @param ofPeople whether it tells how people work: then it is counted by weeks, and told in fives
     * @param tooFew too few people are behind it to tell anything
     * @param median in seconds; none where nothing was passed
     * @param slowest in seconds: nine of ten took no longer
     */
    record OfStep(
            String step,
            boolean ofPeople,
            boolean tooFew,
            long times,
            @Nullable Double median,
            @Nullable Double slowest,
            List<Onward> onward) {}

    /** @param next the step that came, if there is one to tell */
    record Onward(Way.How how, @Nullable String next, long times) {}

    private final Diagrams diagrams;
    private final Blocks blocks;
    private final Today today;
    private final StepLooks looks;
    private final InsightSettings settings;
    private final Clock clock;

    StepFigures(Diagrams diagrams, Blocks blocks, Today today, StepLooks looks, InsightSettings settings, Clock clock) {
        this.diagrams = diagrams;
        this.blocks = blocks;
        this.today = today;
        this.looks = looks;
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty if there is no such process. */
    Optional<OfProcess> look(String process, int days, String reader) {
        var live = diagrams.live();
        return live.stream()
                .filter(diagram -> diagram.process().equals(process))
                .findFirst()
                .map(diagram -> figures(diagram, new PeoplesSteps(live), days, reader));
    }

    private OfProcess figures(Diagram diagram, PeoplesSteps ofPeople, int days, String reader) {
        var process = diagram.process();
        var day = clock.instant().atZone(settings.timeZone()).toLocalDate();
        var from = day.minusDays(days - 1L);
        var weeks = Math.max(1, days / Block.WEEK);
        var weeksUntil = CountSteps.lastWeek(day).plusWeeks(1);
        var machines = today.addedTo(process);
        blocks.addUp(process, Block.DAY, from, day, machines);
        var people = new Tallies();
        blocks.addUp(process, Block.WEEK, weeksUntil.minusWeeks(weeks), weeksUntil, people);
        var steps = diagram.steps().keySet().stream()
                .sorted(Comparator.naturalOrder())
                .map(step -> ofPeople.contains(process, step)
                        ? ofPeople(step, people.of(process, step))
                        : ofMachine(step, machines.of(process, step)))
                .toList();
        if (steps.stream().anyMatch(OfStep::ofPeople)) {
            looks.writeDown(reader, process, steps.stream().anyMatch(step -> step.ofPeople() && !step.tooFew()));
        }
        return new OfProcess(process, days, from, weeks, weeksUntil, steps);
    }

    private static OfStep ofMachine(String step, Tally tally) {
        return told(step, tally, false, 1);
    }

    private static OfStep ofPeople(String step, Tally tally) {
        return tally.times().count() == 0
                ? new OfStep(step, true, true, 0, null, null, List.of())
                : told(step, tally, true, GRAIN);
    }

    private static OfStep told(String step, Tally tally, boolean ofPeople, int grain) {
        var onward = tally.ways().entrySet().stream()
                .map(way -> new Onward(way.getKey().how(), way.getKey().next(), inGrains(way.getValue(), grain)))
                .sorted(Comparator.comparing(Onward::times).reversed())
                .toList();
        return new OfStep(
                step,
                ofPeople,
                false,
                inGrains(tally.times().count(), grain),
                seconds(tally.times().quantile(0.5)),
                seconds(tally.times().quantile(0.9)),
                onward);
    }

    private static long inGrains(long count, int grain) {
        return Math.round((double) count / grain) * grain;
    }

    private static @Nullable Double seconds(OptionalDouble time) {
        return time.isPresent() ? time.getAsDouble() : null;
    }
}
