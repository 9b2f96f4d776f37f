package io.tandem.channel;

import io.tandem.content.Markdown;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lays out a message for a channel: it is split between paragraphs, else between sentences, else between words. */
final class Layout {

    private static final String PARAGRAPH = "\n\n";

    private final Abilities abilities;

    Layout(Abilities abilities) {
        this.abilities = abilities;
    }

    List<String> of(Outgoing message) {
        var blocks = new ArrayList<>(Markdown.blocks(message.markdown()));
        if (abilities.buttons() == 0 && !message.buttons().isEmpty()) blocks.add(links(message.buttons()));
        var locale = Locale.forLanguageTag(message.language());
        return packed(
                        blocks.stream()
                                .flatMap(block -> fitting(block, locale).stream())
                                .toList(),
                        PARAGRAPH)
                .stream()
                .map(abilities.markup()::render)
                .toList();
    }

    private static String links(List<Button> buttons) {
        return buttons.stream()
                .map(button -> "- [%s](%s)".formatted(Markdown.escaped(button.label()), button.link()))
                .collect(Collectors.joining("\n"));
    }

    /** A block that is too long in itself loses its markup, not its words. */
    private List<String> fitting(String block, Locale locale) {
        if (fits(block)) return List.of(block);
        var words = Markup.PLAIN.render(block);
        var sentences = cut(words, BreakIterator.getSentenceInstance(locale)).stream()
                .flatMap(sentence -> fits(Markdown.escaped(sentence))
                        ? List.of(sentence).stream()
                        : cut(sentence, BreakIterator.getLineInstance(locale)).stream())
                .flatMap(piece -> hardCut(piece).stream())
                .map(Markdown::escaped)
                .toList();
        return packed(sentences, "").stream().map(String::strip).toList();
    }

    private static List<String> cut(String words, BreakIterator borders) {
        borders.setText(words);
        var pieces = new ArrayList<String>();
        for (int from = borders.first(), to = borders.next();
                to != BreakIterator.DONE;
                from = to, to = borders.next()) {
            pieces.add(words.substring(from, to));
        }
        return pieces;
    }

    /** A word longer than a whole message: somebody's key or rubbish. */
    private List<String> hardCut(String piece) {
        if (fits(Markdown.escaped(piece))) return List.of(piece);
        // Half of the room, since a sign may need several in the channel's notation, and never within a sign.
        int middle = piece.offsetByCodePoints(0, piece.codePointCount(0, piece.length()) / 2);
        var halves = new ArrayList<>(hardCut(piece.substring(0, middle)));
        halves.addAll(hardCut(piece.substring(middle)));
        return halves;
    }

    /** As many neighbours together as fit. */
    private List<String> packed(List<String> pieces, String between) {
        var packed = new ArrayList<String>();
        for (var piece : pieces) {
            int last = packed.size() - 1;
            var together = last < 0 ? piece : packed.get(last) + between + piece;
            if (last >= 0 && fits(together)) {
                packed.set(last, together);
            } else {
                packed.add(piece);
            }
        }
        return packed;
    }

    private boolean fits(String markdown) {
        return abilities.fits(abilities.markup().render(markdown));
    }
}
