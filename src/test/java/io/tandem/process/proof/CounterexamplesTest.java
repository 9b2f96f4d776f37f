package io.tandem.process.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.model.net.Promises;
import io.tandem.model.net.Promises.Promise;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proofs are about the engine that runs the tickets: what they show can be gone there, step by step. */
class CounterexamplesTest {

    private static final Replay.Stage STAGE = Replay.Stage.open();

    @AfterAll
    static void close() {
        STAGE.close();
    }

    static Stream<Arguments> shown() {
        return PromisesTest.broken()
                .filter(one -> !one.get()[1].toString().matches("proof\\.(dead|unused|notSupported)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shown")
    void everyWayCanBeGoneInTheEngine(String name, String rule, UnaryOperator<Edited> edit) {
        var folder = edit.apply(Edited.ours()).folder();
        var ours = OurWorld.of(folder);
        var root = ours.process(rule.contains("colleague") ? "ask-colleague" : "ticket");

        for (var broken : Promises.of(root, ours.models(), ours.world()).broken()) {
            if (broken.way().isEmpty()) continue;
            try (var replay = new Replay(STAGE, folder)) {
                replay.go(broken.way());

                if (broken.promise() == Promise.ALWAYS_ASKED)
                    assertThat(replay.isOver()).isTrue();
                if (broken.promise() == Promise.COMPLETES)
                    assertThat(replay.isOver()).isFalse();
            }
        }
    }
}
