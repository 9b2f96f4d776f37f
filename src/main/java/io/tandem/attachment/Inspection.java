package io.tandem.attachment;

import io.tandem.api.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Says what a file is, by its content alone, and refuses what could harm whoever opens it. The name counts for nothing but
 * for being refused: the computer on which somebody opens the file goes by it.
 */
@Component
class Inspection {

    private final Detector detector = MimeTypes.getDefaultMimeTypes();
    private final MediaTypeRegistry kinds = MimeTypes.getDefaultMimeTypes().getMediaTypeRegistry();
    private final Set<MediaType> refusedTypes;
    private final Set<String> refusedEndings;
    private final Set<String> refusedInArchives;

    Inspection(AttachmentSettings settings) {
        refusedTypes = settings.refusedTypes().stream()
                .map(type -> kinds.normalize(MediaType.parse(type)))
                .collect(Collectors.toUnmodifiableSet());
        refusedEndings = settings.refusedEndings().stream()
                .map(ending -> ending.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        refusedInArchives =
                Stream.concat(refusedEndings.stream(), Stream.of("zip")).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @return the type
     * @throws Problem if the file is dangerous, with the reason
     */
    String look(Path file, FileName name) {
        if (refusedEndings.contains(name.ending())) throw refused("." + name.ending());
        var type = typeOf(file);
        if (isRefused(type)) throw refused(type.getBaseType().toString());
        if (CompoundFile.isOne(file)) {
            checkCompound(CompoundFile.read(file));
        }
        var archive = Archive.open(file);
        if (archive.isPresent()) {
            checkArchive(archive.get());
        } else if (isInstance(type, MediaType.APPLICATION_ZIP)) {
            throw new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "attachmentUnreadable");
        }
        return archive.filter(zip -> isInstance(type, MediaType.APPLICATION_ZIP))
                .flatMap(Archive::officeType)
                .orElseGet(() -> type.getBaseType().toString());
    }

    private MediaType typeOf(Path file) {
        try (var content = new BufferedInputStream(Files.newInputStream(file))) {
            return kinds.normalize(detector.detect(content, new Metadata()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isRefused(MediaType type) {
        return refusedTypes.stream().anyMatch(refused -> isInstance(type, refused));
    }

    /** Of this type or of a kind of it. */
    private boolean isInstance(MediaType type, MediaType of) {
        return kinds.isInstanceOf(type, of) || type.getBaseType().equals(of);
    }

    private static void checkCompound(CompoundFile file) {
        if (file.installs()) throw refused("application/x-ms-installer");
        if (file.hasMacros()) throw macros();
    }

    /** A file that is two things at once is looked at as both. Into an archive within an archive nobody here can look. */
    private void checkArchive(Archive archive) {
        if (archive.hasMacros()) throw macros();
        archive.entryEndingIn(refusedInArchives).ifPresent(entry -> {
            throw new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "attachmentArchive", Map.of("entry", entry));
        });
    }

    private static Problem refused(String kind) {
        return new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "attachmentType", Map.of("kind", kind));
    }

    private static Problem macros() {
        return new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "attachmentMacros");
    }
}
