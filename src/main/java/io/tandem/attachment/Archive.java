package io.tandem.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The table of contents of a ZIP archive, which office documents are, too. Nothing is ever unpacked. */
record Archive(List<String> entries) {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final Map<String, String> OFFICE_TYPES = Map.of(
            "word/document.xml", OFFICE + "wordprocessingml.document",
            "xl/workbook.xml", OFFICE + "spreadsheetml.sheet",
            "ppt/presentation.xml", OFFICE + "presentationml.presentation");

    /** Empty if it is none, or one that cannot be read. */
    static Optional<Archive> open(Path file) {
        // Names in other encodings stay readable enough to tell their endings.
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
            return Optional.of(new Archive(zip.stream().map(ZipEntry::getName).toList()));
        } catch (IOException | IllegalArgumentException noZip) {
            return Optional.empty();
        }
    }

    Optional<String> entryEndingIn(Set<String> endings) {
        return entries.stream()
                .map(FileName::of)
                .filter(name -> endings.contains(name.ending()))
                .map(FileName::text)
                .findFirst();
    }

    /** Of Microsoft's or of the Open Document formats. */
    boolean hasMacros() {
        // Looked up once: whoever sends 200,000 entries must not make it 200,000 searches.
        var isOpenDocument = entries.contains("META-INF/manifest.xml");
        return entries.stream()
                .anyMatch(entry -> entry.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")
                        || (isOpenDocument && (entry.startsWith("Basic/") || entry.startsWith("Scripts/"))));
    }

    Optional<String> officeType() {
        return entries.contains("[Content_Types].xml")
                ? OFFICE_TYPES.entrySet().stream()
                        .filter(type -> entries.contains(type.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                : Optional.empty();
    }
}
