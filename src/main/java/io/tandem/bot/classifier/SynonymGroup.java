package io.tandem.bot.classifier;

import java.util.List;

/** Words or phrases that mean nearly the same: each of {@code from} stands for each of {@code to}. */
public record SynonymGroup(List<String> from, List<String> to) {

    boolean isOneWay() {
        return !from.equals(to);
    }
}
