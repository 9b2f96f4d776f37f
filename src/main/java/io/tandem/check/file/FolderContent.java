package io.tandem.check.file;

import io.tandem.check.Finding;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import io.tandem.content.FileSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The folder has the process of the ticket, and is not larger than people can fill one with processes. */
@Component
public final class FolderContent implements Rule {

    private static final long LARGEST_FOLDER = 50L << 20;
    private static final String TICKET = "ticket.bpmn";

    @Override
    public List<Finding> check(Snapshot folder) {
        if (folder.files().isEmpty()) return List.of(Finding.error("folder.empty", Finding.FOLDER, null, Map.of()));
        var findings = new ArrayList<Finding>();
        if (folder.file(TICKET).isEmpty()) findings.add(Finding.error("folder.noTicket", TICKET, null, Map.of()));
        folder.files().forEach((file, bytes) -> {
            if (bytes.length > FileSize.LARGEST) findings.add(Finding.tooLarge(file, bytes.length));
        });
        var all = folder.files().values().stream()
                .mapToLong(bytes -> bytes.length)
                .sum();
        if (all > LARGEST_FOLDER) findings.add(folderTooLarge(all));
        return findings;
    }

    private static Finding folderTooLarge(long size) {
        return Finding.error(
                "folder.tooLarge",
                Finding.FOLDER,
                null,
                Map.of("size", FileSize.megabytes(size), "most", FileSize.megabytes(LARGEST_FOLDER)));
    }
}
