package io.tandem.setting;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells an operator in one line which property is wrong: before Spring Boot says the same in terms of its binding. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BadSettingExplained extends AbstractFailureAnalyzer<BadSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable whole, BadSetting cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), action(cause), cause);
    }

    private static String action(BadSetting wrong) {
        return wrong.isOfChannel()
                ? "See docs/channels.md: how to connect each channel."
                : "In the environment it is " + wrong.variable()
                        + ". README.md and docs/operations.md say what can be set.";
    }
}
