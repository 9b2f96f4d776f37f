package io.tandem.channel;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator in one line which property of a channel is wrong. */
final class BadSettingExplained extends AbstractFailureAnalyzer<BadSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable whole, BadSetting cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()), "See docs/channels.md: how to connect each channel.", cause);
    }
}
