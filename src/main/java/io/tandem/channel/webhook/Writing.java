package io.tandem.channel.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tandem.attachment.Attachment;
import io.tandem.channel.Outgoing;
import io.tandem.channel.PublicAddress;
import io.tandem.content.Markdown;
import io.tandem.ticket.Message;
import io.tandem.ticket.Messages;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Writes down what a system is posted. */
@Component
class Writing {

    private final Messages messages;
    private final Markdown markdown;
    private final PublicAddress address;
    private final FileLinks links;
    private final ObjectMapper json;
    private final Clock clock;

    Writing(
            Messages messages,
            Markdown markdown,
            PublicAddress address,
            FileLinks links,
            ObjectMapper json,
            Clock clock) {
        this.messages = messages;
        this.markdown = markdown;
        this.address = address;
        this.links = links;
        this.json = json;
        this.clock = clock;
    }

    byte[] of(String channel, Outgoing outgoing) {
        var message = messages.find(outgoing.id());
        var words = new Posted.Said(
                outgoing.id(),
                outgoing.author().name().toLowerCase(Locale.ROOT),
                outgoing.authorName(),
                outgoing.markdown(),
                markdown.toPlain(outgoing.markdown()),
                markdown.toHtml(outgoing.markdown()),
                message.map(Message::writtenAt).orElseGet(clock::instant),
                message.map(said -> sources(said, outgoing.language())).orElse(List.of()),
                outgoing.buttons(),
                outgoing.files().stream()
                        .map(file -> file(channel, outgoing, file))
                        .toList());
        try {
            return json.writeValueAsBytes(Posted.message(
                    outgoing.ticket(), outgoing.number(), outgoing.address(), outgoing.language(), words));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Posted.Source> sources(Message message, String language) {
        return message.sourceList().stream()
                .map(source -> new Posted.Source(source.title(), address.of(source.url(language))))
                .toList();
    }

    private Posted.File file(String channel, Outgoing outgoing, Attachment file) {
        return new Posted.File(
                file.id(), file.name(), file.type(), file.size(), links.to(channel, outgoing.ticket(), file));
    }
}
