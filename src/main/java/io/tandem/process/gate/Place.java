package io.tandem.process.gate;

import io.tandem.check.Snapshot;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a file belongs that comes by another way than the folder: those who send it often know its name only. */
final class Place {

    private static final Pattern MODEL = Pattern.compile("[\\w.-]+\\.(bpmn|dmn)");
    private static final Pattern FORM = Pattern.compile("[\\w.-]+\\.html");
    private static final Pattern IN_A_FOLDER =
            Pattern.compile("(forms/[\\w.-]+\\.html|texts/messages_\\w+\\.properties|knowledge/(\\w+/)?[\\w.-]+)");

    private final Set<String> live;

    Place(Snapshot live) {
        this.live = live.files().keySet();
    }

    /** The name in the folder; empty if there is no place for such a file, or more than one. */
    Optional<String> of(String sent) {
        var name = sent.replace('\\', '/');
        if (live.contains(name)) return Optional.of(name);
        var known = known(name);
        if (known.isPresent()) return known;
        if (IN_A_FOLDER.matcher(name).matches()) return Optional.of(name);
        var last = last(name);
        if (MODEL.matcher(last).matches()) return Optional.of(last);
        return FORM.matcher(last).matches() ? Optional.of("forms/" + last) : Optional.empty();
    }

    /** The one live file of this name; of several, the one whose folders are named, too. */
    private Optional<String> known(String name) {
        var same = live.stream().filter(file -> last(file).equals(last(name))).toList();
        if (same.size() == 1) return Optional.of(same.get(0));
        var named = same.stream().filter(file -> name.endsWith("/" + file)).toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
