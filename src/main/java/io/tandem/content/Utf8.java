package io.tandem.content;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** Text of the process owners, from editors that may have saved it in another encoding. */
public final class Utf8 {

    private static final String MARK = "\uFEFF";

    private Utf8() {}

    /** @throws BrokenFile at the first line that is not UTF-8: guessing would let broken umlauts pass unseen */
    public static String decoded(String file, byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) throw new BrokenFile(file, lineOf(bytes, in.position()), "this is not UTF-8");
        var text = out.flip().toString();
        return text.startsWith(MARK) ? text.substring(1) : text;
    }

    private static int lineOf(byte[] bytes, int position) {
        return 1
                + (int) IntStream.range(0, position)
                        .filter(i -> bytes[i] == '\n')
                        .count();
    }
}
