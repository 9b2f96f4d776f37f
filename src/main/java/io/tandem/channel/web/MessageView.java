package io.tandem.channel.web;

import io.tandem.attachment.Attachment;
import io.tandem.channel.BotVoice;
import io.tandem.content.Markdown;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as the customer's page gets it.
 *
 * @param html the text as safe HTML, for messages that are Markdown
 * @param choices what the page offers to choose from; to choose is to send the title as a message
 * @param clientId the id that the page gave the message when it sent it
 * @param askFeedback whether the page offers "that helped" and "that did not help"
 */
record MessageView(
        UUID id,
        int position,
        String author,
        @Nullable String name,
        String text,
        @Nullable String html,
        Instant at,
        List<SourceView> sources,
        List<ChoiceView> choices,
        @Nullable String clientId,
        boolean askFeedback,
        @Nullable Boolean helped,
        List<Attachment> attachments) {

    record SourceView(String article, String title, String url) {}

    record ChoiceView(String article, String title) {}

    static MessageView of(Ticket ticket, Message message, List<Attachment> attachments, Markdown markdown) {
        var markup = message.isFrom(Author.BOT) || message.isFrom(Author.SYSTEM);
        return new MessageView(
                message.id(),
                message.position(),
                message.author().name().toLowerCase(Locale.ROOT),
                message.isFrom(Author.AGENT) ? message.name() : null,
                message.text(),
                markup ? markdown.toHtml(message.text()) : null,
                message.writtenAt(),
                message.sourceList().stream()
                        .map(source -> new SourceView(source.article(), source.title(), source.url(ticket.language())))
                        .toList(),
                choices(ticket, message),
                ClientId.in(message),
                BotVoice.awaitsFeedback(ticket, message),
                message.helped(),
                attachments);
    }

    private static List<ChoiceView> choices(Ticket ticket, Message message) {
        if (!BotVoice.awaitsChoice(ticket, message)) return List.of();
        return message.choiceList().stream()
                .map(choice -> new ChoiceView(choice.article(), choice.title()))
                .toList();
    }
}
