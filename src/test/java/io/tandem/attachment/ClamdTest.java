package io.tandem.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.api.Problem;
import io.tandem.attachment.AttachmentSettings.Scanner;
import io.tandem.attachment.AttachmentSettings.Scanner.WhenUnreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a real connection. */
class ClamdTest {

    @TempDir
    private Path folder;

    @Test
    void aCleanFilePassesWhole() throws IOException {
        try (var peer = FakeClamd.listens()) {
            var file = Files.write(folder.resolve("large"), new byte[1_000_001]);

            clamd(peer, WhenUnreachable.REFUSE).scan(file);

            assertThat(peer.scanned()).isEqualTo(1_000_001);
        }
    }

    @Test
    void aVirusIsFoundWhereverItIs() throws IOException {
        try (var peer = FakeClamd.listens()) {
            var file = Files.writeString(folder.resolve("virus"), "x".repeat(70_000) + FakeClamd.EICAR);

            assertThatThrownBy(() -> clamd(peer, WhenUnreachable.ACCEPT).scan(file))
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.name()).isEqualTo("attachmentInfected");
                        assertThat(problem.properties()).containsEntry("virus", "Eicar-Test-Signature");
                    });
        }
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "INSTREAM size limit exceeded. ERROR", "UNKNOWN COMMAND", "stream: OK or so"})
    void whoDoesNotSayThatItIsCleanHasNotLooked(String answer) throws IOException {
        try (var peer = FakeClamd.says(answer)) {
            var file = Files.writeString(folder.resolve("file"), "hello");

            assertThatThrownBy(() -> clamd(peer, WhenUnreachable.REFUSE).scan(file))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.name()).isEqualTo("attachmentNotScanned"));
            assertThatCode(() -> clamd(peer, WhenUnreachable.ACCEPT).scan(file)).doesNotThrowAnyException();
        }
    }

    @Test
    void nobodyThere() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "hello");
        // Taken, so that nobody else gets it, but nobody listens.
        try (var taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var gone = "127.0.0.1:" + taken.getLocalPort();

            assertThatThrownBy(() -> clamd(gone, WhenUnreachable.REFUSE).scan(file))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.name()).isEqualTo("attachmentNotScanned"));
            assertThatCode(() -> clamd(gone, WhenUnreachable.ACCEPT).scan(file)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", ":3310", "clamd:", "clamd:x"})
    void anAddressThatIsNoneIsSaidAtTheStart(String address) {
        var settings = new Scanner(address, Duration.ofSeconds(1), WhenUnreachable.REFUSE);

        assertThatThrownBy(() -> new Clamd(settings)).hasMessageContaining("host:port");
    }

    private static Clamd clamd(FakeClamd peer, WhenUnreachable whenUnreachable) {
        return clamd(peer.address(), whenUnreachable);
    }

    private static Clamd clamd(String address, WhenUnreachable whenUnreachable) {
        return new Clamd(new Scanner(address, Duration.ofMillis(500), whenUnreachable));
    }
}
