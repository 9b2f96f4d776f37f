package io.tandem.model.net;

import io.tandem.model.Steps;
import io.tandem.model.net.Result.Thrown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a step comes to: a table decides, a delegate works or fails. */
final class Working {

    private final World world;
    private final Tracked tracked;
    private final Leaving leaving;
    private final Catches catches;

    Working(World world, Tracked tracked, Leaving leaving, Catches catches) {
        this.world = world;
        this.tracked = tracked;
        this.leaving = leaving;
        this.catches = catches;
    }

    List<Move> done(Frame rest, Values values, Place place, boolean wished) {
        var decision = place.node().work().decision();
        if (decision != null) return decided(rest, values, place, decision);
        var step = Optional.ofNullable(place.node().work().delegate()).flatMap(world::step);
        var moves = new ArrayList<Move>();
        var worked = step.map(known -> worked(values, place, known, wished)).orElse(values);
        moves.add(new Move(Occurrence.of(Occurrence.Kind.DONE, place), leaving.done(rest, worked, place)));
        step.ifPresent(known -> {
            for (var code : known.fails()) moves.add(failed(rest, worked, place, code));
        });
        return moves;
    }

    private Values worked(Values values, Place place, Steps.Facts step, boolean wished) {
        var changed = values;
        for (var name : step.sets()) changed = tracked.set(place.process(), changed, name, Values.ANY);
        if (!wished) return changed;
        for (var sure : world.setsOnWish(step).entrySet()) {
            changed = tracked.set(place.process(), changed, sure.getKey(), sure.getValue());
        }
        return changed;
    }

    private Move failed(Frame rest, Values values, Place place, String code) {
        var error = Optional.of(code);
        var result = catches.onTheBorder(place, rest, values, error)
                .or(() -> catches.inside(place.body(), rest, values, error))
                .orElseGet(() -> new Thrown(error, values, Leaving.settled(rest, values)));
        return new Move(Occurrence.of(Occurrence.Kind.FAILED, place, Map.of("code", code)), result);
    }

    private List<Move> decided(Frame rest, Values values, Place place, String decision) {
        var outcomes = world.table(decision)
                .map(table -> table.outcomes(values.known()))
                .orElse(List.of(Map.of()));
        var moves = new LinkedHashMap<Result, Move>();
        for (var outcome : outcomes) {
            var result = leaving.mapped(rest, leaving.mappings().outputs(place, values, outcome), place);
            moves.putIfAbsent(result, new Move(Occurrence.of(Occurrence.Kind.DECIDED, place, outcome), result));
        }
        return List.copyOf(moves.values());
    }
}
