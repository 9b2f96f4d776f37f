package io.tandem.attachment;

import io.tandem.api.Problem;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.springframework.http.HttpStatus;

/** A picture that was attached, read for its preview: drawn anew, so that nothing of the file but its look is left. */
final class Picture implements AutoCloseable {

    static final Set<String> TYPES = Set.of("image/jpeg", "image/png", "image/gif");

    private static final int PREVIEW = 640;
    private static final int LONGEST_SIDE = 30_000;

    private final FileImageInputStream content;
    private final ImageReader reader;
    private final Orientation orientation;

    private Picture(FileImageInputStream content, ImageReader reader, Orientation orientation) {
        this.content = content;
        this.reader = reader;
        this.orientation = orientation;
    }

    /** Empty if nobody can read it. */
    static Optional<Picture> open(Path file) throws IOException {
        var content = new FileImageInputStream(file.toFile());
        var readers = ImageIO.getImageReaders(content);
        if (!readers.hasNext()) {
            content.close();
            return Optional.empty();
        }
        var reader = readers.next();
        reader.setInput(content, true, true);
        return Optional.of(new Picture(content, reader, Orientation.of(file)));
    }

    /** A small file can be a picture that fills all memory: its head tells, before anything is unpacked. */
    void check(long mostPixels) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > mostPixels || Math.max(width, height) > LONGEST_SIDE) {
            throw new Problem(
                    HttpStatus.PAYLOAD_TOO_LARGE, "attachmentPixels", Map.of("width", width, "height", height));
        }
    }

    /** JPEG, no side longer than 640 pixels, upright; what is transparent becomes white. */
    byte[] preview() throws IOException {
        var way = reader.getDefaultReadParam();
        var longest = Math.max(reader.getWidth(0), reader.getHeight(0));
        var every = Math.max(1, longest / (2 * PREVIEW)); // bounds the memory, whatever the picture's size
        way.setSourceSubsampling(every, every, 0, 0);
        var out = new ByteArrayOutputStream();
        ImageIO.write(drawn(reader.read(0, way)), "jpeg", out);
        return out.toByteArray();
    }

    private BufferedImage drawn(BufferedImage image) {
        var scale = Math.min(1, (double) PREVIEW / Math.max(image.getWidth(), image.getHeight()));
        var width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var drawn = new BufferedImage(
                orientation.lies() ? height : width, orientation.lies() ? width : height, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        try {
            draw(image, width, height, pen, drawn);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    private void draw(BufferedImage image, int width, int height, Graphics2D pen, BufferedImage onto) {
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, onto.getWidth(), onto.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.transform(orientation.upright(width, height));
        pen.drawImage(image, 0, 0, width, height, null);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        content.close();
    }
}
