package io.tandem.channel.messenger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tandem.api.Problem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a provider calls us with, read after it has proved who it is. */
public final class RawJson {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private RawJson() {}

    /** @throws Problem if it is anything but an object */
    public static JsonNode object(byte @Nullable [] body) {
        try {
            var read = JSON.readTree(body == null ? new byte[0] : body);
            if (read.isObject()) return read;
        } catch (JsonProcessingException rubbish) {
            // said below
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot be read", e);
        }
        throw new Problem(HttpStatus.BAD_REQUEST, "badRequest");
    }
}
