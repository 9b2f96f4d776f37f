package io.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.check.Check;
import io.tandem.check.Finding;
import io.tandem.check.FolderReading;
import io.tandem.check.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Our own folder after somebody has edited it. */
record Edited(Snapshot folder) {

    private static final Check CHECK = new Check(Rules.all());

    static Edited ours() {
        try {
            return new Edited(FolderReading.of(Path.of("processes")).snapshot());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first place where the old words stand; they have to be there. */
    Edited replace(String file, String old, String now) {
        var text = text(file);
        assertThat(text).contains(old);
        var at = text.indexOf(old);
        return write(file, text.substring(0, at) + now + text.substring(at + old.length()));
    }

    /** What stands from one text to the next other one, both included. */
    Edited cut(String file, String from, String to) {
        var text = text(file);
        var start = text.indexOf(from);
        var end = text.indexOf(to, start);
        assertThat(start).as(from).isNotNegative();
        assertThat(end).as(to).isNotNegative();
        return write(file, text.substring(0, start) + text.substring(end + to.length()));
    }

    Edited write(String file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    Edited write(String file, byte[] bytes) {
        return new Edited(folder.with(Map.of(file, bytes)));
    }

    Edited delete(String... names) {
        var files = new TreeMap<>(folder.files());
        List.of(names).forEach(name -> assertThat(files.remove(name)).as(name).isNotNull());
        return new Edited(new Snapshot(files));
    }

    String text(String file) {
        return new String(folder.file(file).orElseThrow(), StandardCharsets.UTF_8);
    }

    List<Finding> findings() {
        return CHECK.of(folder);
    }
}
