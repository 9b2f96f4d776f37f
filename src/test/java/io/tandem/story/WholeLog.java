package io.tandem.story;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** All that operators could read from now on: each line of level INFO and above, with its failure and its ticket. */
public final class WholeLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private WholeLog() {}

    public static WholeLog isRead() {
        var log = new WholeLog();
        log.setContext(ROOT.getLoggerContext());
        log.start();
        ROOT.addAppender(log);
        return log;
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (!event.getLevel().isGreaterOrEqual(Level.INFO)) return;
        var failure = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        lines.add("%s %s %s %s"
                .formatted(event.getMDCPropertyMap(), event.getLoggerName(), event.getFormattedMessage(), failure));
    }

    public List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        ROOT.detachAppender(this);
        stop();
    }
}
