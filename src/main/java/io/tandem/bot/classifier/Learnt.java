package io.tandem.bot.classifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is costly to find out about examples.
 *
 * @param trials of cross-validation; none if nothing could be learnt
 * @param learners those that have learnt all the examples
 */
record Learnt(List<Trial> trials, Optional<Learners> learners) {

    static Learnt read(NumberReader from) throws IOException {
        var trials = new ArrayList<Trial>();
        for (int left = from.number(); left > 0; left--) trials.add(Trial.read(from));
        return new Learnt(trials, from.number() == 0 ? Optional.empty() : Optional.of(new Learners(from)));
    }

    void write(NumberWriter to) throws IOException {
        to.number(trials.size());
        for (var trial : trials) trial.write(to);
        to.number(learners.isPresent() ? 1 : 0);
        if (learners.isPresent()) learners.get().write(to);
    }
}
