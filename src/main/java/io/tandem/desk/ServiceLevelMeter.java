package io.tandem.desk;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts for operators how the clocks end: {@code tandem_service_clocks_total}, by clock and outcome. */
@Component
class ServiceLevelMeter {

    private final MeterRegistry meters;

    ServiceLevelMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    /** After the commit: what is repeated counts once. */
    @TransactionalEventListener
    void ended(ServiceClock.Ended ended) {
        meters.counter(
                        "tandem.service.clocks",
                        "clock",
                        ended.kind().name().toLowerCase(Locale.ROOT),
                        "outcome",
                        ended.outcome().name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
