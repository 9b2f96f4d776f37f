package io.tandem.process.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A folder in which nobody can write for a while, not even root: who is root mounts it read-only. */
final class ReadOnly implements AutoCloseable {

    private final Path folder;
    private boolean isMounted;

    ReadOnly(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        permit("r-xr-xr-x");
        if (Files.isWritable(folder)) {
            isMounted = runs("mount", "--bind", folder.toString(), folder.toString());
            if (isMounted) runs("mount", "-o", "remount,ro,bind", folder.toString());
        }
        if (!Files.isWritable(folder)) return;
        close();
        Assumptions.abort("This root may write everywhere and mount nothing");
    }

    private void permit(String permissions) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (var each : (Iterable<Path>) all.filter(Files::isDirectory)::iterator) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(permissions));
            }
        }
    }

    private static boolean runs(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        // Lazily: somebody may just be reading in it.
        if (isMounted) runs("umount", "--lazy", folder.toString());
        permit("rwxr-xr-x");
    }
}
