package io.tandem.browser;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives {@link Visitors} to a test and sees them off: no page may have complained in the browser's console. */
final class VisitorsOfATest
        implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback, AfterEachCallback {

    private static final Namespace OURS = Namespace.create(VisitorsOfATest.class);
    /** The first one waits until the bot has learnt, which takes its time beside a second JVM that does the same. */
    private static final double PATIENCE = 60_000;

    /** Who has no Chromium can still build; in continuous integration it is a fault. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        if (Chromium.find().isPresent()) return ConditionEvaluationResult.enabled("there is a Chromium");
        var missing = "No Chromium was found: browser tests need chromium or google-chrome on the PATH"
                + " (Debian, Ubuntu: apt-get install chromium).";
        if ("true".equals(System.getenv("CI"))) throw new IllegalStateException(missing);
        return ConditionEvaluationResult.disabled(missing);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Visitors.class;
    }

    @Override
    public Visitors resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(OURS).getOrComputeIfAbsent(Visitors.class, type -> open(test), Visitors.class);
    }

    private static Visitors open(ExtensionContext test) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        var chromium = test.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(Chromium.class, type -> Chromium.starts(), Chromium.class);
        var port = SpringExtension.getApplicationContext(test)
                .getEnvironment()
                .getRequiredProperty("local.server.port", Integer.class);
        return new Visitors(chromium, port);
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        var visitors = test.getStore(OURS).get(Visitors.class, Visitors.class);
        if (visitors == null) return;
        if (test.getExecutionException().isPresent()) {
            visitors.takePictures(test.getRequiredTestMethod().getName());
        } else {
            visitors.heardNoComplaint();
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var visitors = test.getStore(OURS).get(Visitors.class, Visitors.class);
        if (visitors != null) visitors.leave();
    }
}
