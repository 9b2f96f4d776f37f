package io.tandem.access;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/** A request that tells how many bytes of its body have been read so far, whatever it said before. */
final class CountedBody extends HttpServletRequestWrapper {

    private final LongConsumer sofar;

    /** @param sofar may end the reading by a Problem; not by an IOException: whoever reads JSON takes that for bad JSON */
    CountedBody(HttpServletRequest request, LongConsumer sofar) {
        super(request);
        this.sofar = sofar;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream(), sofar);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        var encoding = getCharacterEncoding();
        var charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private final LongConsumer sofar;
        private long read;

        Counted(ServletInputStream body, LongConsumer sofar) {
            this.body = body;
            this.sofar = sofar;
        }

        @Override
        public int read() throws IOException {
            var one = body.read();
            if (one >= 0) count(1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var some = body.read(into, from, length);
            if (some > 0) count(some);
            return some;
        }

        private void count(int bytes) {
            read += bytes;
            sofar.accept(read);
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
