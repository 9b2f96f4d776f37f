package io.tandem.check;

import java.util.Comparator;
import java.util.regex.Pattern;

/** Findings in the order in which their owner mends them: a cause stands before what may only follow from it. */
final class MendingOrder {

    static final Comparator<Finding> FIRST_TO_LAST = Comparator.comparing(Finding::severity)
            .thenComparing(MendingOrder::depth)
            .thenComparing(Finding::file)
            .thenComparing(Finding::line)
            .thenComparing(Finding::rule);

    /** What cannot be read, or is there twice or not at all. */
    private static final Pattern FILES = Pattern.compile("(folder|file|xml|model|check)\\..*");

    /** What leads nowhere, cannot be read or is none of ours. */
    private static final Pattern REFERENCES = Pattern.compile(
            "(process\\.(missing|name)|(start|id|flow|element|step|call|decision"
                    + "|message|error|variable|value|expression|feel|danger|time)\\.|table\\.(unknownVariable|columnType|uneven|hitPolicy)).*");

    private static final Pattern PROOFS = Pattern.compile("proof\\..*");

    private MendingOrder() {}

    private static int depth(Finding finding) {
        if (FILES.matcher(finding.rule()).matches()) return 0;
        if (REFERENCES.matcher(finding.rule()).matches()) return 1;
        return PROOFS.matcher(finding.rule()).matches() ? 3 : 2;
    }
}
