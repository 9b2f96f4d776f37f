package io.tandem.process.gate;

import io.tandem.api.Problem;
import io.tandem.process.gate.VersionView.ChangesView;
import io.tandem.process.gate.VersionView.DetailView;
import io.tandem.process.gate.VersionView.PageView;
import io.tandem.process.gate.VersionView.StateView;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is live, what was, what was refused and why: for process owners. */
@RestController
@RequestMapping("/api/processes")
class VersionsController {

    private static final int MOST_AT_ONCE = 100;

    private final Versions versions;
    private final VersionViews views;
    private final Restoring restoring;
    private final LiveVersion live;

    VersionsController(Versions versions, VersionViews views, Restoring restoring, LiveVersion live) {
        this.versions = versions;
        this.views = views;
        this.restoring = restoring;
        this.live = live;
    }

    /** The live version and, if what was saved last is refused, what is wrong with it. */
    @GetMapping("/state")
    StateView state() {
        return views.now();
    }

    /** The latest first. */
    @GetMapping("/versions")
    PageView versions(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        if (page < 0 || size < 1 || size > MOST_AT_ONCE) throw new Problem(HttpStatus.BAD_REQUEST, "badRequest");
        var found = versions.page(page, size).stream().map(views::of).toList();
        return new PageView(found, page, size, versions.count());
    }

    @GetMapping("/versions/{number}")
    DetailView version(@PathVariable int number) {
        return views.detail(find(number));
    }

    /** In words and one by one, from the first to the second. */
    @GetMapping("/versions/{from}/changes/{to}")
    ChangesView changes(@PathVariable int from, @PathVariable int to) {
        return views.changes(find(from), find(to));
    }

    /** @return the version that is live now */
    @PostMapping("/versions/{number}/restore")
    VersionView restore(@PathVariable int number, Principal owner) {
        return views.of(restoring.of(find(number), owner.getName()));
    }

    /** A live file as it is. Always as plain text: what owners write must not run in another owner's browser. */
    @GetMapping("/live/{*file}")
    ResponseEntity<byte[]> live(@PathVariable String file) {
        var current = live.current();
        var content = current.snapshot()
                .file(file.substring(1))
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "notFound"));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .header("Tandem-Version", String.valueOf(current.number()))
                .eTag(Fingerprint.of(content))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(content);
    }

    private Version find(int number) {
        return versions.find(number).orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "unknownVersion"));
    }
}
