package io.tandem.attachment;

import static io.tandem.story.SampleFiles.jpeg;
import static io.tandem.story.SampleFiles.photo;
import static io.tandem.story.SampleFiles.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.api.Problem;
import io.tandem.story.TandemRuns;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@TandemRuns
class PreviewsTest {

    @Autowired
    private Previews previews;

    @TempDir
    private Path folder;

    @Test
    void aLargePictureBecomesASmallOne() throws IOException {
        var preview = picture(previews.of(file(jpeg(4000, 3000)), "image/jpeg"));

        assertThat(preview.getWidth()).isEqualTo(640);
        assertThat(preview.getHeight()).isEqualTo(480);
        assertThat(isRed(preview, 20, 240)).isTrue();
        assertThat(isRed(preview, 620, 240)).isFalse();
    }

    @Test
    void aSmallOneStaysAsItIs() throws IOException {
        var preview = picture(previews.of(file(png(30, 20)), "image/png"));

        assertThat(preview.getWidth()).isEqualTo(30);
        assertThat(preview.getHeight()).isEqualTo(20);
    }

    /** Where the red half of the lying picture is to be seen: EXIF 6 is turned right, 8 left. */
    @ParameterizedTest
    @CsvSource({
        "1, false, LEFT",
        "2, false, RIGHT",
        "3, false, RIGHT",
        "4, false, LEFT",
        "5, true, TOP",
        "6, true, TOP",
        "7, true, BOTTOM",
        "8, true, BOTTOM",
        "9, false, LEFT"
    })
    void aPhotoStandsUpright(int orientation, boolean turned, String red) throws IOException {
        var preview = picture(previews.of(file(photo(60, 40, orientation)), "image/jpeg"));

        assertThat(preview.getWidth()).isEqualTo(turned ? 40 : 60);
        assertThat(preview.getHeight()).isEqualTo(turned ? 60 : 40);
        var right = preview.getWidth() - 5;
        var bottom = preview.getHeight() - 5;
        assertThat(isRed(preview, 5, 5)).isEqualTo(Set.of("LEFT", "TOP").contains(red));
        assertThat(isRed(preview, right, 5)).isEqualTo(Set.of("RIGHT", "TOP").contains(red));
        assertThat(isRed(preview, 5, bottom)).isEqualTo(Set.of("LEFT", "BOTTOM").contains(red));
        assertThat(isRed(preview, right, bottom))
                .isEqualTo(Set.of("RIGHT", "BOTTOM").contains(red));
    }

    @Test
    void nothingButTheLookIsLeft() throws IOException {
        var photo = photo(60, 40, 6);
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("GPS 52.52");

        var preview = previews.of(file(photo), "image/jpeg").orElseThrow();

        assertThat(new String(preview, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS");
    }

    @Test
    void aPixelBombIsRefusedByItsHead() {
        assertThatThrownBy(() -> previews.of(file(claiming(60_000, 60_000)), "image/png"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.name()).isEqualTo("attachmentPixels"));
        assertThatThrownBy(() -> previews.of(file(claiming(9000, 9000)), "image/png"))
                .isInstanceOf(Problem.class);
    }

    /** A PNG that says it is this large. */
    private static byte[] claiming(int width, int height) {
        var png = ByteBuffer.wrap(png(4, 4));
        png.putInt(16, width).putInt(20, height);
        var sum = new CRC32();
        sum.update(png.array(), 12, 17);
        return png.putInt(29, (int) sum.getValue()).array();
    }

    @Test
    void aDamagedPictureHasNoPreview() throws IOException {
        var png = png(300, 200);

        assertThat(previews.of(file(Arrays.copyOf(png, 40)), "image/png")).isEmpty();
        assertThat(previews.of(file(Arrays.copyOf(photo(60, 40, 6), 30)), "image/jpeg"))
                .isEmpty();
        assertThat(previews.of(file(new byte[] {1, 2, 3}), "image/gif")).isEmpty();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("picture"), content);
    }

    private static BufferedImage picture(Optional<byte[]> preview) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(preview.orElseThrow()));
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        var color = new Color(image.getRGB(x, y));
        return color.getRed() > 150 && color.getBlue() < 100;
    }
}
