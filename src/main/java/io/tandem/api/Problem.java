package io.tandem.api;

import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A request that cannot be done, told to the one who asked, in their language, as RFC 9457 problem details. The words
 * stand in the texts as {@code problem.<name>.title} and {@code problem.<name>.detail}.
 */
public final class Problem extends RuntimeException {

    private final HttpStatus status;
    private final String name;
    private final transient Map<String, Object> properties;

    public Problem(HttpStatus status, String name) {
        this(status, name, Map.of());
    }

    /** @param properties further members of the answer; they also fill the text's placeholders */
    public Problem(HttpStatus status, String name, Map<String, Object> properties) {
        super(status + " " + name);
        this.status = status;
        this.name = name;
        this.properties = properties;
    }

    public HttpStatus status() {
        return status;
    }

    public String name() {
        return name;
    }

    public Map<String, Object> properties() {
        return properties;
    }
}
