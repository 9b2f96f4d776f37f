package io.tandem.process.gate;

import io.tandem.check.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something may not go live. Whoever wanted it hears why; what is live stays. */
final class Refused extends RuntimeException {

    private final transient Wish wish;
    private final @Nullable Integer live;
    private final transient List<Finding> findings;

    /** @param live the number of the version that stays; null if there is none */
    Refused(Wish wish, @Nullable Integer live, List<Finding> findings) {
        super(findings.toString());
        this.wish = wish;
        this.live = live;
        this.findings = List.copyOf(findings);
    }

    Wish wish() {
        return wish;
    }

    @Nullable
    Integer live() {
        return live;
    }

    List<Finding> findings() {
        return findings;
    }
}
