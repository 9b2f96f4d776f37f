package io.tandem.process.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tandem.story.Http;
import java.util.Base64;
import java.util.Map;

/** Files that a program sends to the engine's REST API, as Camunda Modeler does. */
final class Deploying {

    private Deploying() {}

    static Http.Answer by(String user, int port, String source, Map<String, String> files) {
        var body = new StringBuilder();
        part(body, "name=\"deployment-name\"", "from-elsewhere");
        part(body, "name=\"deployment-source\"", source);
        files.forEach((name, content) -> part(body, "name=\"%1$s\"; filename=\"%1$s\"".formatted(name), content));
        var login = Base64.getEncoder().encodeToString((user + ":tandem").getBytes(UTF_8));
        return new Http(port)
                .upload(
                        "/engine-rest/deployment/create",
                        body.append("--b--\r\n").toString().getBytes(UTF_8),
                        "Content-Type",
                        "multipart/form-data; boundary=b",
                        "Authorization",
                        "Basic " + login);
    }

    private static void part(StringBuilder body, String disposition, String content) {
        body.append("--b\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n".formatted(disposition, content));
    }
}
