package io.tandem.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The files that process owners edit, by their names relative to the folder. Where there is no folder, the copy in the
 * jar takes its place.
 */
@Component
public class ProcessFolder {

    private static final Logger log = LoggerFactory.getLogger(ProcessFolder.class);
    private static final String COPY = "classpath*:/processes/";

    /** @param processes the folder; by default {@code ./processes} */
    @ConfigurationProperties("tandem")
    record Settings(
            @org.springframework.boot.context.properties.bind.DefaultValue("processes")
            Path processes) {}

    private final Path folder;

    ProcessFolder(Settings settings) {
        folder = settings.processes().toAbsolutePath().normalize();
        if (exists()) {
            log.info("Processes, texts and articles are read from {}", folder);
        } else {
            log.info("There is no folder {}: the copy in the program is used", folder);
        }
    }

    /** Another folder than the configured one, for tests and commands. */
    public static ProcessFolder at(Path folder) {
        return new ProcessFolder(new Settings(folder));
    }

    /**
     * All files that match, sorted by name.
     *
     * @param glob relative to the folder, e.g. <code>knowledge/*&#47;*.md</code>
     */
    public Map<String, byte[]> files(String glob) {
        return exists() ? fromFolder(glob) : fromCopy(glob);
    }

    private boolean exists() {
        return Files.isDirectory(folder);
    }

    private Map<String, byte[]> fromFolder(String glob) {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (Stream<Path> paths = Files.walk(folder)) {
            var files = new TreeMap<String, byte[]>();
            for (var path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                var relative = folder.relativize(path);
                if (matcher.matches(relative)) files.put(slashed(relative), Files.readAllBytes(path));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the folder " + folder, e);
        }
    }

    private static String slashed(Path relative) {
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }

    private static Map<String, byte[]> fromCopy(String glob) {
        try {
            var files = new TreeMap<String, byte[]>();
            for (var resource : new PathMatchingResourcePatternResolver().getResources(COPY + glob)) {
                if (resource.isReadable()) files.put(nameOf(resource), resource.getContentAsByteArray());
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the copy of processes/ in the program", e);
        }
    }

    private static String nameOf(Resource resource) throws IOException {
        var address = StringUtils.cleanPath(resource.getURL().toString());
        return address.substring(address.lastIndexOf("/processes/") + "/processes/".length());
    }

    /** What tells one state of the folder from the next, cheaply: names, sizes and times of saving. */
    List<String> fingerprint() {
        if (!exists()) return List.of();
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(ProcessFolder::mark)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the folder " + folder, e);
        }
    }

    private static String mark(Path file) {
        try {
            return file + "|" + Files.size(file) + "|" + Files.getLastModifiedTime(file);
        } catch (IOException vanished) {
            return file + "|gone";
        }
    }
}
