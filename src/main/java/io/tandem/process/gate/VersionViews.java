package io.tandem.process.gate;

import io.tandem.check.Finding;
import io.tandem.content.Languages;
import io.tandem.difference.ChangeWords;
import io.tandem.difference.Detail;
import io.tandem.difference.Differences;
import io.tandem.difference.FileChange;
import io.tandem.process.gate.VersionFiles.Entry;
import io.tandem.process.gate.VersionView.ChangeDetailView;
import io.tandem.process.gate.VersionView.ChangesView;
import io.tandem.process.gate.VersionView.DetailView;
import io.tandem.process.gate.VersionView.FileChangeView;
import io.tandem.process.gate.VersionView.FileView;
import io.tandem.process.gate.VersionView.FindingView;
import io.tandem.process.gate.VersionView.State;
import io.tandem.process.gate.VersionView.StateView;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts versions before their readers, in their language. */
@Component
class VersionViews {

    private static final int SHOWN = 10;

    private final Versions versions;
    private final VersionFiles files;
    private final FindingWords words;
    private final Languages languages;
    private final ChangeWords changeWords = new ChangeWords();

    VersionViews(Versions versions, VersionFiles files, FindingWords words, Languages languages) {
        this.versions = versions;
        this.files = files;
        this.words = words;
        this.languages = languages;
    }

    VersionView of(Version version) {
        var changed = files.changed(version);
        return new VersionView(
                version.number(),
                version.at(),
                version.by(),
                version.way(),
                state(version),
                version.restored(),
                version.deployment(),
                version.findings().stream().filter(Finding::refuses).count(),
                version.findings().stream()
                        .filter(finding -> !finding.refuses())
                        .count(),
                changed.size(),
                changed.stream().limit(SHOWN).map(VersionViews::file).toList());
    }

    private State state(Version version) {
        if (version.refused()) return State.REFUSED;
        return versions.live().filter(live -> live == version.number()).isPresent() ? State.LIVE : State.EARLIER;
    }

    private static FileView file(Entry entry) {
        return new FileView(entry.name(), entry.size(), entry.change());
    }

    DetailView detail(Version version) {
        var changed = files.changed(version);
        if (version.refused()) {
            return new DetailView(
                    of(version), changed.stream().map(VersionViews::file).toList(), findings(version.findings()));
        }
        Map<String, Entry> byName = new TreeMap<>();
        files.all(version).forEach(entry -> byName.put(entry.name(), entry));
        changed.forEach(entry -> byName.put(entry.name(), entry));
        return new DetailView(
                of(version), byName.values().stream().map(VersionViews::file).toList(), findings(version.findings()));
    }

    List<FindingView> findings(List<Finding> findings) {
        return findings.stream()
                .map(finding -> FindingView.of(finding, words, language()))
                .toList();
    }

    StateView now() {
        var live = versions.live().flatMap(versions::find);
        var refused = versions.refused();
        return new StateView(
                live.map(this::of).orElse(null),
                findings(live.map(Version::findings).orElse(List.of())),
                refused.map(this::of).orElse(null),
                findings(refused.map(Version::findings).orElse(List.of())));
    }

    ChangesView changes(Version from, Version to) {
        var changes = Differences.between(versions.snapshot(from), versions.snapshot(to));
        return new ChangesView(
                from.number(),
                to.number(),
                changes.stream().map(this::change).toList(),
                changeWords.text(changes, language()));
    }

    private FileChangeView change(FileChange change) {
        return new FileChangeView(
                change.file(),
                change.kind(),
                changeWords.text(change, language()),
                change.details().stream().map(this::detail).toList());
    }

    private ChangeDetailView detail(Detail detail) {
        return new ChangeDetailView(
                detail.kind(),
                detail.element(),
                detail.label(),
                detail.type(),
                detail.property(),
                detail.before(),
                detail.after(),
                changeWords.text(detail, language()));
    }

    private String language() {
        return languages.nearest(LocaleContextHolder.getLocale().getLanguage());
    }
}
