package io.tandem.check.file;

import io.tandem.check.Finding;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The folder has the process of the ticket, and is not larger than people can fill one with processes. */
@Component
public final class FolderContent implements Rule {

    /** Bytes that a file may have. */
    public static final long LARGEST_FILE = 5L << 20;

    private static final long LARGEST_FOLDER = 50L << 20;
    private static final String TICKET = "ticket.bpmn";

    @Override
    public List<Finding> check(Snapshot folder) {
        if (folder.files().isEmpty()) return List.of(Finding.error("folder.empty", ".", null, Map.of()));
        var findings = new ArrayList<Finding>();
        if (folder.file(TICKET).isEmpty()) findings.add(Finding.error("folder.noTicket", TICKET, null, Map.of()));
        folder.files().forEach((file, bytes) -> {
            if (bytes.length > LARGEST_FILE) findings.add(tooLarge(file, bytes.length));
        });
        var all = folder.files().values().stream()
                .mapToLong(bytes -> bytes.length)
                .sum();
        if (all > LARGEST_FOLDER) findings.add(sized("folder.tooLarge", ".", all, LARGEST_FOLDER));
        return findings;
    }

    /** Said of a file that nobody needs to read for that. */
    public static Finding tooLarge(String file, long size) {
        return sized("file.tooLarge", file, size, LARGEST_FILE);
    }

    private static Finding sized(String rule, String file, long size, long most) {
        return Finding.error(rule, file, null, Map.of("size", megabytes(size), "most", megabytes(most)));
    }

    private static String megabytes(long bytes) {
        return String.valueOf((bytes + (1 << 20) - 1) >> 20);
    }
}
