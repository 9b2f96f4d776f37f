package io.tandem.content;

import java.nio.file.Path;
import java.util.List;

/** Texts for tests of other packages. */
public final class TextsFixture {

    private TextsFixture() {}

    /** Those that we ship. */
    public static Texts texts() {
        return of(ProcessFolder.at(Path.of("processes")), new Languages(List.of("de", "en")));
    }

    public static Texts of(ProcessFolder folder, Languages languages) {
        return new Texts(folder, languages);
    }
}
