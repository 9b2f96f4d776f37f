package io.tandem.channel;

import io.tandem.attachment.Attachment;
import io.tandem.ticket.Message.Author;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that leaves the house.
 *
 * @param id the message's own: the same again is the same message
 * @param number the ticket's, that people can say
 * @param address where to, in the channel's own notation
 * @param customer what the customer wants to be called
 * @param authorName the agent's name, where one wrote it
 * @param automatic whether no person wrote it by hand
 * @param markdown the words, with their sources; what agents typed is escaped
 * @param buttons what the customer may press; where the channel has none, {@link #laidOut} says them as links
 */
public record Outgoing(
        UUID id,
        UUID ticket,
        long number,
        String language,
        String address,
        @Nullable String customer,
        Author author,
        @Nullable String authorName,
        boolean automatic,
        String markdown,
        List<Button> buttons,
        List<Attachment> files) {

    /**
     * Whether it was said on the ticket. A code for an address that is nobody's yet is on none: nothing that is sent with it may
     * bring a reply onto a ticket, and its number is 0.
     */
    public boolean isOnTicket() {
        return number > 0;
    }

    /** Whether a file of it is larger than the channel can take. */
    public boolean hasLargerFileThan(Abilities abilities) {
        var most = abilities.fileSize().toBytes();
        return files.stream().anyMatch(file -> file.size() > most);
    }

    /** The words as the channel can take them: marked up its way, in as many pieces as it needs, with links for buttons. */
    public List<String> laidOut(Abilities abilities) {
        return new Layout(abilities).of(this);
    }
}
