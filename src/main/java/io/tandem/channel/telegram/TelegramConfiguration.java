package io.tandem.channel.telegram;

import io.tandem.channel.ChannelHealth;
import io.tandem.channel.Inbox;
import io.tandem.channel.Presses;
import io.tandem.channel.PublicAddress;
import io.tandem.channel.messenger.Arrivals;
import io.tandem.channel.messenger.PressedMessages;
import io.tandem.content.Texts;
import io.tandem.node.Leases;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Tickets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How Telegram's news come in. */
@Configuration(proxyBeanMethods = false)
class TelegramConfiguration {

    @Bean
    TelegramUpdates telegramUpdates(
            TelegramConnection telegram,
            Arrivals arrivals,
            PressedMessages pressed,
            Presses presses,
            Inbox inbox,
            Messages messages,
            Tickets tickets,
            Texts texts) {
        return new TelegramUpdates(
                telegram.api(), telegram.sender(), arrivals, pressed, presses, inbox, messages, tickets, texts);
    }

    @Bean
    TelegramPoller telegramPoller(
            TelegramSettings settings,
            TelegramConnection telegram,
            TelegramUpdates updates,
            Leases leases,
            ChannelHealth health) {
        return new TelegramPoller(settings, telegram.api(), updates, leases, health);
    }

    @Bean
    TelegramWebhook telegramWebhook(
            TelegramSettings settings, TelegramConnection telegram, PublicAddress address, ChannelHealth health) {
        return new TelegramWebhook(settings, telegram.api(), address, health);
    }
}
