package io.tandem.process.gate;

import io.tandem.api.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The files of a version, also of one that was refused: owners see what they saved, with what is wrong marked in it. */
@RestController
class VersionFileController {

    private final Versions versions;

    VersionFileController(Versions versions) {
        this.versions = versions;
    }

    /** Always as plain text: what owners write must not run in another owner's browser. */
    @GetMapping("/api/processes/versions/{number}/files/{*file}")
    ResponseEntity<byte[]> file(@PathVariable int number, @PathVariable String file) {
        var content = versions.find(number)
                .flatMap(version -> versions.snapshot(version).file(file.substring(1)))
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "notFound"));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                // A version never changes.
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(content);
    }
}
