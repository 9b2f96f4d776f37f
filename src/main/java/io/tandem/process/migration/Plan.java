package io.tandem.process.migration;

import io.tandem.process.migration.LiveModels.Live;
import io.tandem.process.migration.MigrationView.PlanView;
import io.tandem.process.migration.MigrationView.StayView;
import io.tandem.process.migration.MigrationView.TimerView;
import io.tandem.process.migration.MigrationView.VersionPlan;
import io.tandem.process.migration.OpenTickets.OnVersion;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a roll-out would do, as far as the diagrams tell: for each older version, where tickets could not be moved from. */
@Component
class Plan {

    private final OpenTickets open;
    private final LiveModels models;
    private final VersionChanges changes;
    private final MigrationViews views;

    Plan(OpenTickets open, LiveModels models, VersionChanges changes, MigrationViews views) {
        this.open = open;
        this.models = models;
        this.changes = changes;
        this.views = views;
    }

    PlanView now() {
        var live = models.now();
        return new PlanView(
                open.countOlder(live, ""),
                open.byVersion().stream()
                        .filter(on -> !live.ids().contains(on.definition()))
                        .map(on -> of(on, live))
                        .toList());
    }

    private VersionPlan of(OnVersion on, Live live) {
        var version = views.version(on, live);
        Optional<VersionChange> change = live.of(on.process()).map(target -> changes.between(on.definition(), target));
        if (change.isEmpty()) return new VersionPlan(version, List.of(allStay(on)), List.of());
        var tickets = open.at(on.definition());
        return new VersionPlan(
                version,
                change.get().obstacles().values().stream()
                        .map(stay -> stays(stay, tickets.getOrDefault(stay.element(), 0L)))
                        .toList(),
                change.get().newTimes().stream()
                        .sorted()
                        .map(timer -> timer(timer, change.get()))
                        .toList());
    }

    private StayView allStay(OnVersion on) {
        return new StayView(
                Outcome.NO_PROCESS, null, null, views.text(Outcome.NO_PROCESS, null, null, null), on.tickets());
    }

    private StayView stays(Stay stay, long tickets) {
        var text = views.text(stay.why(), stay.element(), stay.label(), stay.detail());
        return new StayView(stay.why(), stay.element(), stay.label(), text, tickets);
    }

    private TimerView timer(String element, VersionChange change) {
        var label = change.labels().get(element);
        return new TimerView(element, label, views.worded("timer", element, label, null));
    }
}
