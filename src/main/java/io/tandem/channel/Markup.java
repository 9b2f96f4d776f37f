package io.tandem.channel;

import io.tandem.content.Markdown;

/** How a channel marks up words: made of Markdown. */
@FunctionalInterface
public interface Markup {

    /** As somebody would type it, with the addresses of links behind them. */
    Markup PLAIN = new Markdown()::toPlain;

    /** The words in the channel's own notation; whatever has a meaning there and is none of ours is escaped. */
    String render(String markdown);
}
