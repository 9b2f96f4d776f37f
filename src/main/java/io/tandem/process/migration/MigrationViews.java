package io.tandem.process.migration;

import io.tandem.content.Languages;
import io.tandem.content.Texts;
import io.tandem.process.Diagram;
import io.tandem.process.Diagrams;
import io.tandem.process.migration.LiveModels.Live;
import io.tandem.process.migration.Migration.Result;
import io.tandem.process.migration.Migration.State;
import io.tandem.process.migration.MigrationView.ListView;
import io.tandem.process.migration.MigrationView.ResultView;
import io.tandem.process.migration.MigrationView.VersionView;
import io.tandem.process.migration.OpenTickets.OnVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts roll-outs before their readers, in their language. */
@Component
class MigrationViews {

    private static final int SHOWN = 10;

    private final Migrations migrations;
    private final OpenTickets open;
    private final LiveModels models;
    private final Diagrams diagrams;
    private final Texts texts;
    private final Languages languages;

    MigrationViews(
            Migrations migrations,
            OpenTickets open,
            LiveModels models,
            Diagrams diagrams,
            Texts texts,
            Languages languages) {
        this.migrations = migrations;
        this.open = open;
        this.models = models;
        this.diagrams = diagrams;
        this.texts = texts;
        this.languages = languages;
    }

    ListView all() {
        var live = models.now();
        return new ListView(
                open.byVersion().stream().map(on -> version(on, live)).toList(),
                migrations.latest(SHOWN).stream().map(this::of).toList());
    }

    VersionView version(OnVersion on, Live live) {
        var liveVersion = live.of(on.process()).flatMap(diagrams::of);
        return new VersionView(
                on.process(),
                liveVersion
                        .or(() -> diagrams.of(on.definition()))
                        .map(Diagram::name)
                        .orElse(on.process()),
                on.version(),
                liveVersion.map(Diagram::version).orElse(null),
                on.tickets());
    }

    MigrationView of(Migration migration) {
        var results = migrations.results(migration.id());
        return new MigrationView(
                migration.id(),
                migration.dryRun(),
                migration.state(),
                migration.startedAt(),
                migration.startedBy(),
                migration.endedAt(),
                sum(results, outcome -> outcome == Outcome.MOVED),
                sum(results, outcome -> outcome != Outcome.MOVED),
                left(migration),
                results.stream().map(this::result).toList());
    }

    private static long sum(List<Result> results, Predicate<Outcome> which) {
        return results.stream()
                .filter(result -> which.test(result.outcome()))
                .mapToLong(Result::tickets)
                .sum();
    }

    private long left(Migration migration) {
        return migration.state() == State.DONE || migration.state() == State.OVERTAKEN
                ? 0
                : open.countOlder(models.now(), migration.doneUpTo());
    }

    private ResultView result(Result result) {
        return new ResultView(
                result.process(),
                models.now()
                        .of(result.process())
                        .flatMap(diagrams::of)
                        .map(Diagram::name)
                        .orElse(result.process()),
                result.version(),
                result.outcome(),
                result.element(),
                result.label(),
                text(result.outcome(), result.element(), result.label(), result.detail()),
                result.tickets(),
                result.example());
    }

    /** In the reader's language. */
    String text(Outcome outcome, @Nullable String element, @Nullable String label, @Nullable String detail) {
        return worded("outcome." + outcome.name(), element, label, detail);
    }

    String worded(String key, @Nullable String element, @Nullable String label, @Nullable String detail) {
        Map<String, Object> values = new HashMap<>();
        values.put("element", Objects.requireNonNullElse(label, Objects.requireNonNullElse(element, "")));
        values.put("detail", Objects.requireNonNullElse(detail, ""));
        var language = languages.nearest(LocaleContextHolder.getLocale().getLanguage());
        return texts.get(language, "processes.moving." + key, values);
    }
}
