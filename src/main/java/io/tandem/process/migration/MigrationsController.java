package io.tandem.process.migration;

import io.tandem.api.Problem;
import io.tandem.process.migration.Migration.State;
import io.tandem.process.migration.MigrationView.ListView;
import io.tandem.process.migration.MigrationView.PlanView;
import java.net.URI;
import java.security.Principal;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happens to the open tickets when a new version is live: for process owners. */
@RestController
@RequestMapping(MigrationsController.HERE)
class MigrationsController {

    static final String HERE = "/api/processes/migrations";

    private final Migrations migrations;
    private final MigrationViews views;
    private final Plan plan;
    private final LiveModels models;
    private final InBackground background;

    MigrationsController(
            Migrations migrations, MigrationViews views, Plan plan, LiveModels models, InBackground background) {
        this.migrations = migrations;
        this.views = views;
        this.plan = plan;
        this.models = models;
        this.background = background;
    }

    /** @param dryRun whether tickets only show what would become of them, and none moves */
    record Wish(@Nullable Boolean dryRun) {}

    /** How many tickets run on which version, and what was done about it lately. */
    @GetMapping
    ListView all() {
        return views.all();
    }

    /** What the versions' diagrams tell about a roll-out. A dry run tells it of every ticket. */
    @GetMapping("/plan")
    PlanView plan() {
        return plan.now();
    }

    /** Begins; one at a time. */
    @PostMapping
    ResponseEntity<MigrationView> start(@RequestBody Wish wish, Principal owner) {
        var dryRun = wish.dryRun();
        if (dryRun == null) throw new Problem(HttpStatus.BAD_REQUEST, "migrationWish");
        var started = alone(() -> migrations.start(dryRun, models.now().deployment(), owner.getName()));
        background.now();
        return ResponseEntity.created(URI.create(HERE + "/" + started.id())).body(views.of(started));
    }

    @GetMapping("/{id}")
    MigrationView one(@PathVariable UUID id) {
        return views.of(find(id));
    }

    /** Goes on with one that was stopped. That it runs already is as it was wished. */
    @PutMapping("/{id}/run")
    MigrationView goOn(@PathVariable UUID id) {
        var state = find(id).state();
        if (state == State.DONE || state == State.OVERTAKEN) throw new Problem(HttpStatus.CONFLICT, "migrationOver");
        alone(() -> migrations.goOn(id));
        background.now();
        return one(id);
    }

    /** Stops after the ticket that is under way. What was moved stays moved. */
    @DeleteMapping("/{id}/run")
    MigrationView stop(@PathVariable UUID id) {
        find(id);
        migrations.end(id, State.STOPPED);
        return one(id);
    }

    private Migration find(UUID id) {
        return migrations.find(id).orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "unknownMigration"));
    }

    private static <T> T alone(Supplier<T> start) {
        try {
            return start.get();
        } catch (DuplicateKeyException another) {
            throw new Problem(HttpStatus.CONFLICT, "migrationRuns");
        }
    }
}
