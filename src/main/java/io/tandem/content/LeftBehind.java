package io.tandem.content;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** What editors and systems leave in a folder, and everybody's hidden files: none of it is an owner's. */
public final class LeftBehind {

    private static final Pattern NAMES = Pattern.compile("\\..*|.*~|#.*#|.*\\.(swp|tmp|bak|orig)|Thumbs\\.db");

    /** Camunda Modeler looks for its templates there; every other hidden folder is somebody else's. */
    private static final String TEMPLATES = ".camunda";

    private LeftBehind() {}

    /** @param path a file or folder somewhere in the folder */
    public static boolean is(Path path, Path folder) {
        var name = path.getFileName().toString();
        var isOurs = name.equals(TEMPLATES) && folder.equals(path.getParent());
        return !isOurs && NAMES.matcher(name).matches();
    }
}
