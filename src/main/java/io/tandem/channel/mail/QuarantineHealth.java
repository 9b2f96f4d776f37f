package io.tandem.channel.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tandem.channel.mail.StoredMail.State;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** How many mails wait for somebody to decide. That is work for people, no fault of the program: it stays up. */
@Component("mailQuarantine")
class QuarantineHealth implements HealthIndicator {

    private final Mails mails;

    QuarantineHealth(Mails mails, MeterRegistry meters) {
        this.mails = mails;
        Gauge.builder("tandem.mail.quarantined", mails, all -> all.count(State.QUARANTINED))
                .description("Mails that could not be taken in and wait for a person")
                .register(meters);
    }

    @Override
    public Health health() {
        return Health.up().withDetail("waiting", mails.count(State.QUARANTINED)).build();
    }
}
