package io.tandem.process.gate;

import io.tandem.check.Finding;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import io.tandem.content.BrokenFile;
import io.tandem.content.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What has to be true before anything else can be said: the ticket's process is there, and texts can be read. */
@Component
class UsableFiles implements Rule {

    private static final String TICKET = "ticket.bpmn";
    private static final Pattern TEXT = Pattern.compile(".*\\.(md|txt|yml|properties|html|json)");

    @Override
    public List<Finding> check(Snapshot folder) {
        var findings = new ArrayList<Finding>();
        if (folder.file(TICKET).isEmpty()) {
            findings.add(Finding.error("model.noTicket", TICKET, null, Map.of()));
        }
        folder.files().forEach((name, content) -> {
            if (TEXT.matcher(name).matches()) readable(name, content, findings);
        });
        return findings;
    }

    private static void readable(String name, byte[] content, List<Finding> findings) {
        try {
            Utf8.decoded(name, content);
        } catch (BrokenFile broken) {
            findings.add(
                    Finding.error("file.notUtf8", name, null, Map.of("reason", String.valueOf(broken.getMessage()))));
        }
    }
}
