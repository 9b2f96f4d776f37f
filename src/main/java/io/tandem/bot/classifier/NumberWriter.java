package io.tandem.bot.classifier;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Writes what {@link NumberReader} reads. */
final class NumberWriter {

    private final DataOutputStream to;

    NumberWriter(OutputStream to) {
        this.to = new DataOutputStream(to);
    }

    void number(int number) throws IOException {
        to.writeInt(number);
    }

    void number(double number) throws IOException {
        to.writeDouble(number);
    }

    void numbers(float[] numbers) throws IOException {
        to.writeInt(numbers.length);
        var bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
        bytes.asFloatBuffer().put(numbers);
        to.write(bytes.array());
    }

    void bytes(byte[] bytes) throws IOException {
        to.writeInt(bytes.length);
        to.write(bytes);
    }

    void numbers(int[] numbers) throws IOException {
        to.writeInt(numbers.length);
        for (var number : numbers) to.writeInt(number);
    }

    void rows(float[][] rows) throws IOException {
        to.writeInt(rows.length);
        for (var row : rows) numbers(row);
    }
}
