package io.tandem.desk.block;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills a block's placeholders for one ticket. A customer without a name is greeted without one ("Hello {customer}," →
 * "Hello,") and elsewhere spoken of politely. What is no placeholder of ours stays as it is.
 */
record Blanks(Optional<String> customer, String unnamed, long number, String agent) {

    private static final Pattern BLANK = Pattern.compile("\\{(customer|name|number|agent)}");
    private static final Pattern GREETED =
            Pattern.compile("(?m)(?<!,)[ \\t]+\\{(?:customer|name)}(?=[ \\t]*(?:[,!.:]|$))");

    String fill(String text) {
        var values = Map.of(
                "customer", customer.orElse(unnamed),
                "name", customer.orElse(unnamed),
                "number", String.valueOf(number),
                "agent", agent);
        var greeting = customer.isPresent() ? text : GREETED.matcher(text).replaceAll("");
        return BLANK.matcher(greeting)
                .replaceAll(blank -> Matcher.quoteReplacement(values.getOrDefault(blank.group(1), blank.group())));
    }
}
