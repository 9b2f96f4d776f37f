package io.tandem.difference;

import io.tandem.check.Snapshot;
import io.tandem.content.BrokenFile;
import io.tandem.difference.FileChange.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Compares two snapshots, each kind of file by what its owners see in it. */
public final class Differences {

    private Differences() {}

    /** The files that are other, by name. */
    public static List<FileChange> between(Snapshot before, Snapshot after) {
        var names = new TreeSet<>(before.files().keySet());
        names.addAll(after.files().keySet());
        var changes = new ArrayList<FileChange>();
        for (var name : names) {
            var old = before.file(name);
            var now = after.file(name);
            if (old.isEmpty()) changes.add(new FileChange(name, Kind.ADDED, List.of()));
            else if (now.isEmpty()) changes.add(new FileChange(name, Kind.REMOVED, List.of()));
            else if (!Arrays.equals(old.get(), now.get())) {
                changes.add(new FileChange(name, Kind.CHANGED, details(name, old.get(), now.get())));
            }
        }
        return changes;
    }

    private static List<Detail> details(String name, byte[] before, byte[] after) {
        var details = inItsOwnWords(name, before, after);
        return details.isEmpty() ? List.of(Detail.of(Detail.Kind.FORMATTING, null, null, null, null)) : details;
    }

    /** What is broken is compared by its lines: a refused file is looked at most. */
    private static List<Detail> inItsOwnWords(String name, byte[] before, byte[] after) {
        try {
            if (name.endsWith(".bpmn")) return DiagramDifference.between(Xml.read(name, before), Xml.read(name, after));
            if (name.endsWith(".dmn")) return TableDifference.between(Xml.read(name, before), Xml.read(name, after));
            if (name.endsWith(".properties")) return TextsDifference.between(before, after);
            if (name.endsWith(".md")) return ArticleDifference.between(name, before, after);
        } catch (BrokenFile broken) {
            return LinesDifference.between(before, after);
        }
        return LinesDifference.between(before, after);
    }
}
