package io.tandem.bot.wording;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The part of a question to a language model that holds other people's words. Nothing in it can end it: it is one line
 * of JSON between two lines that nobody could know before.
 */
final class DataBlock {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int A_RULE = 40;
    private static final String NOTHING = "NOTHING";

    private final String border = UUID.randomUUID().toString();

    /** The random number in the lines around it, for the rules to name it. */
    String border() {
        return border;
    }

    String around(Consumer<ObjectNode> content) {
        var block = JSON.createObjectNode();
        content.accept(block);
        return "DATA " + border + "\n" + block + "\nEND " + border;
    }

    /** Whether the model says that the data does not tell it. */
    boolean isNothing(String said) {
        return said.replaceAll("[\\s\"'.*]", "").equals(NOTHING);
    }

    /** @throws Unusable if it tells what only the model should read */
    void checkKept(String said, String rules) {
        if (said.contains(border) || rules.lines().anyMatch(rule -> rule.length() > A_RULE && said.contains(rule)))
            throw Unusable.dropped("it repeats its rules");
    }
}
