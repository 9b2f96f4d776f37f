package io.tandem.channel.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tandem.channel.mail.StoredMail.State;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many mails wait for somebody to decide. That is work for people, no fault of the program: it stays up. */
@Component("mailQuarantine")
class QuarantineHealth implements HealthIndicator {

    private final Mails mails;
    private volatile long waiting;

    QuarantineHealth(Mails mails, MeterRegistry meters) {
        this.mails = mails;
        Gauge.builder("tandem.mail.quarantined", this, health -> health.waiting)
                .description("Mails that could not be taken in and wait for a person")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void count() {
        waiting = mails.count(State.QUARANTINED);
    }

    @Override
    public Health health() {
        return Health.up().withDetail("waiting", waiting).build();
    }
}
