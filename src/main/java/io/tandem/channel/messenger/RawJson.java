package io.tandem.channel.messenger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tandem.api.Problem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a provider says: when it calls us, read after it has proved who it is, and when it answers. */
public final class RawJson {

    private static final ObjectMapper ANSWERS = new ObjectMapper();
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

    /** What stands between us and a provider answers in its own words: these are a missing node. */
    public static JsonNode answer(byte[] body) {
        try {
            return ANSWERS.readTree(body);
        } catch (JsonProcessingException noJson) {
            return ANSWERS.missingNode();
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot be read", e);
        }
    }
}
