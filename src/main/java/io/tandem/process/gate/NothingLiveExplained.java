package io.tandem.process.gate;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator in plain words why the program does not start, instead of a stack trace. */
final class NothingLiveExplained extends AbstractFailureAnalyzer<NothingLive> {

    @Override
    protected FailureAnalysis analyze(Throwable whole, NothingLive cause) {
        return new FailureAnalysis(
                "The files in processes/ are refused, and no earlier version of them is stored:\n\n"
                        + cause.getMessage(),
                "Put right what is named above and start again.",
                cause);
    }
}
