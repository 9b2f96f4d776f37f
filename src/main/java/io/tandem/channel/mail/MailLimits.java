package io.tandem.channel.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is too much, {@code tandem.mail.*}. Only what is written automatically is ever held back.
 *
 * @param mailSize of a mail that is taken in, as it travels: 25 MB of files are 34 MB of mail; of a larger one the head is kept, for people to see
 * @param automaticPerHour automatic mails to one address
 * @param automaticPerDay automatic mails to one address
 * @param automaticPerTicket automatic mails on one ticket in an hour
 * @param ticketsPerSender tickets that one address may open by mail in an hour; what comes beyond waits for people
 * @param pollEvery how often a server is asked that does not tell by itself (IDLE)
 */
@ConfigurationProperties("tandem.mail")
record MailLimits(
        @DefaultValue("35MB") DataSize mailSize,
        @DefaultValue("20") int automaticPerHour,
        @DefaultValue("60") int automaticPerDay,
        @DefaultValue("15") int automaticPerTicket,
        @DefaultValue("20") int ticketsPerSender,
        @DefaultValue("20s") Duration pollEvery) {}
