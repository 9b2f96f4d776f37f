package io.tandem.bot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options of a command: {@code --name value}, or {@code --name} alone. */
record CommandLine(Map<String, String> options) {

    private static final String DASHES = "--";

    /** @throws IllegalArgumentException if something is no option, or stands there twice */
    static CommandLine of(List<String> arguments) {
        var options = new HashMap<String, String>();
        for (int i = 0; i < arguments.size(); i++) {
            if (!arguments.get(i).startsWith(DASHES)) {
                throw new IllegalArgumentException("\"%s\" is no option".formatted(arguments.get(i)));
            }
            var name = arguments.get(i).substring(DASHES.length());
            var hasValue = i + 1 < arguments.size() && !arguments.get(i + 1).startsWith(DASHES);
            if (options.put(name, hasValue ? arguments.get(++i) : "") != null) {
                throw new IllegalArgumentException("--%s stands there twice".formatted(name));
            }
        }
        return new CommandLine(options);
    }

    boolean has(String name) {
        return options.containsKey(name);
    }

    /** @throws IllegalArgumentException if it is missing */
    String value(String name) {
        var value = options.getOrDefault(name, "");
        if (value.isEmpty()) throw new IllegalArgumentException("--%s is missing".formatted(name));
        return value;
    }

    /** @throws IllegalArgumentException if there is another option */
    void mustOnlyHave(String... names) {
        for (var option : options.keySet()) {
            if (!Set.of(names).contains(option)) throw new IllegalArgumentException("There is no option --" + option);
        }
    }
}
