package io.tandem.process.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tandem.check.Finding;
import java.util.List;
import org.springframework.stereotype.Component;

/** Findings as they are stored: without words, which each reader gets in their own language. */
@Component
class FindingsAsText {

    /** A folder of nothing but mistakes; its owner begins with the first ones. */
    private static final int MOST = 500;

    private final ObjectMapper json;

    FindingsAsText(ObjectMapper json) {
        this.json = json;
    }

    String write(List<Finding> findings) {
        try {
            return json.writeValueAsString(findings.subList(0, Math.min(MOST, findings.size())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Finding> read(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
