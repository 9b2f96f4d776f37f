package io.tandem.process.gate;

import io.tandem.check.Finding;
import io.tandem.check.Finding.Element;
import io.tandem.check.Finding.Severity;
import io.tandem.difference.Detail;
import io.tandem.difference.FileChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version as programs and pages read it.
 *
 * @param by the log-in name or, for a save, the file's owner on the disk
 * @param restored the version that it brought back, if it did
 * @param deployment the engine's id; null for what was refused
 * @param errors how many findings refuse it
 * @param warnings how many findings inform
 * @param changed how many files it changed
 * @param files some of those, by name
 */
record VersionView(
        int number,
        Instant at,
        String by,
        Way way,
        State state,
        @Nullable Integer restored,
        @Nullable String deployment,
        long errors,
        long warnings,
        int changed,
        List<FileView> files) {

    /** Where it stands now. */
    enum State {
        LIVE,
        /** It was live. */
        EARLIER,
        REFUSED
    }

    /** @param change what the version did to it; {@code SAME} where it left it as it was */
    record FileView(String name, int size, VersionFiles.Change change) {}

    /**
     * @param text what is wrong, in the reader's language
     * @param todo what to do about it
     * @param way the steps that break a promise, from the start on
     */
    record FindingView(
            Severity severity,
            String rule,
            String file,
            @Nullable Element element,
            int line,
            String text,
            String todo,
            List<Element> way) {

        static FindingView of(Finding finding, FindingWords words, String language) {
            return new FindingView(
                    finding.severity(),
                    finding.rule(),
                    finding.file(),
                    finding.element(),
                    finding.line(),
                    words.wrong(finding, language),
                    words.toDo(finding, language),
                    finding.way());
        }
    }

    /** @param total how many versions there are on all pages */
    record PageView(List<VersionView> versions, int page, int size, int total) {}

    /** @param files all files of the version; of a refused one those that it would have changed */
    record DetailView(VersionView version, List<FileView> files, List<FindingView> findings) {}

    /**
     * @param live null before the first version
     * @param warnings what deserves a word about what is live
     * @param refused what was refused last and was not put right since; null if nothing was
     * @param findings what is wrong with that
     */
    record StateView(
            @Nullable VersionView live,
            List<FindingView> warnings,
            @Nullable VersionView refused,
            List<FindingView> findings) {}

    /** @param text all of it in words, one thing a line */
    record ChangesView(int from, int to, List<FileChangeView> files, String text) {}

    /** @param text what became of the file, in words */
    record FileChangeView(String file, FileChange.Kind kind, String text, List<ChangeDetailView> details) {}

    /** @param text the same in words */
    record ChangeDetailView(
            Detail.Kind kind,
            @Nullable String element,
            @Nullable String label,
            @Nullable String type,
            @Nullable String property,
            @Nullable String before,
            @Nullable String after,
            String text) {}
}
