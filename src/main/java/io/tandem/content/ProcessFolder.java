package io.tandem.content;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The files that process owners edit, by their names relative to the folder, as they are live: what was saved and
 * refused is never seen here, nor half of what was saved.
 */
@Component
public class ProcessFolder {

    private final Supplier<SortedMap<String, byte[]>> files;

    @Autowired
    ProcessFolder(LiveFiles live) {
        files = live::files;
    }

    private ProcessFolder(FolderOnDisk folder) {
        files = folder::read;
    }

    /** A folder of which everything is live as it lies there, for tests and commands. */
    public static ProcessFolder at(Path folder) {
        return new ProcessFolder(FolderOnDisk.at(folder));
    }

    /**
     * All files that match, sorted by name.
     *
     * @param glob relative to the folder, e.g. <code>knowledge/*&#47;*.md</code>
     */
    public SortedMap<String, byte[]> files(String glob) {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        var some = new TreeMap<>(files.get());
        some.keySet().removeIf(name -> !matcher.matches(Path.of(name)));
        return some;
    }
}
