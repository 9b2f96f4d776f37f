package io.tandem.bot.classifier;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads what {@link NumberWriter} wrote. */
final class NumberReader {

    private final DataInputStream from;

    NumberReader(InputStream from) {
        this.from = new DataInputStream(from);
    }

    int number() throws IOException {
        return from.readInt();
    }

    double fraction() throws IOException {
        return from.readDouble();
    }

    float[] numbers() throws IOException {
        var numbers = new float[from.readInt()];
        var bytes = from.readNBytes(numbers.length * Float.BYTES);
        ByteBuffer.wrap(bytes).asFloatBuffer().get(numbers);
        return numbers;
    }

    byte[] bytes() throws IOException {
        var bytes = new byte[from.readInt()];
        from.readFully(bytes);
        return bytes;
    }

    int[] integers() throws IOException {
        var numbers = new int[from.readInt()];
        for (int i = 0; i < numbers.length; i++) numbers[i] = from.readInt();
        return numbers;
    }

    float[][] rows() throws IOException {
        var rows = new float[from.readInt()][];
        for (int i = 0; i < rows.length; i++) rows[i] = numbers();
        return rows;
    }
}
