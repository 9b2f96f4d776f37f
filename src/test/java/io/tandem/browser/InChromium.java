package io.tandem.browser;

import io.tandem.story.TandemRuns;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tandem as people see it: a test may take {@link Visitors} as a parameter. All such tests share one start of Tandem and
 * one Chromium, the system's own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TandemRuns
@ExtendWith(VisitorsOfATest.class)
@interface InChromium {}
