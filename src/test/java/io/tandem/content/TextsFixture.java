package io.tandem.content;

/** Texts for tests of other packages. */
public final class TextsFixture {

    private TextsFixture() {}

    public static Texts of(ProcessFolder folder, Languages languages) {
        return new Texts(folder, languages);
    }
}
