package io.tandem.bot;

import io.tandem.content.BrokenFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Where the predictions are written, a line for each of the test's. */
record PredictedFile(Path file) {

    /** @throws BrokenFile if it cannot be written, which is better known before the bot learns than after it */
    static PredictedFile at(Path file) {
        try {
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
            return new PredictedFile(file);
        } catch (IOException e) {
            throw cannotBeWritten(file, e);
        }
    }

    /** @throws BrokenFile if it cannot be written any more */
    void write(Predictions predictions) {
        var lines = predictions.all().stream()
                .map(prediction -> String.format(
                        Locale.ROOT,
                        "%s\t%.4f\t%s",
                        prediction.label(),
                        prediction.confidence(),
                        prediction.answered() ? "answer" : "handover"))
                .toList();
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw cannotBeWritten(file, e);
        }
    }

    private static BrokenFile cannotBeWritten(Path file, IOException e) {
        if (e instanceof NoSuchFileException) return new BrokenFile(file.toString(), "there is no such folder");
        var reason = e instanceof FileSystemException known && known.getReason() != null ? known.getReason() : e;
        return new BrokenFile(file.toString(), "it cannot be written: " + reason);
    }
}
