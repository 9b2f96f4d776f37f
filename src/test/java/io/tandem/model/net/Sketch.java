package io.tandem.model.net;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A diagram in a few words: {@code "s:start > a:task > e:end"}. A node's kind stands where it comes first; each arrow is a
 * flow. {@code "a@late:timer"} is an event on the border of {@code a}, {@code "a@late:+timer"} one that does not interrupt.
 * Lines between {@code "sub { "} and {@code "}"} stand inside of a sub-process.
 */
final class Sketch {

    private final StringBuilder xml = new StringBuilder();
    private int flows;

    static byte[] of(String... lines) {
        var sketch = new Sketch();
        sketch.xml
                .append(
                        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" id=\"d\" targetNamespace=\"t\">")
                .append("<message id=\"m\" name=\"m\"/><error id=\"x\" errorCode=\"x\"/>")
                .append("<process id=\"p\" isExecutable=\"true\">");
        sketch.body(new ArrayList<>(List.of(lines)));
        return sketch.xml.append("</process></definitions>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void body(List<String> lines) {
        Map<String, String> nodes = new LinkedHashMap<>();
        while (!lines.isEmpty()) {
            var line = lines.remove(0).strip();
            if (line.equals("}")) break;
            if (line.endsWith("{")) {
                inside(line.substring(0, line.length() - 1).strip(), lines);
                continue;
            }
            String before = null;
            for (var word : line.split(">")) {
                var id = node(word.strip(), nodes);
                if (before != null) flow(before, id);
                before = id;
            }
        }
        nodes.values().forEach(xml::append);
    }

    private void inside(String word, List<String> lines) {
        var event = word.startsWith("!");
        var id = event ? word.substring(1) : word;
        xml.append("<subProcess id=\"%s\" triggeredByEvent=\"%s\">".formatted(id, event));
        body(lines);
        xml.append("</subProcess>");
    }

    private String node(String word, Map<String, String> nodes) {
        var parts = word.split(":");
        var name = parts[0].split("@");
        var id = name[name.length - 1];
        if (parts.length == 1) return id;
        var kind = parts[1];
        if (name.length == 2) nodes.put(id, boundary(id, name[0], kind));
        else nodes.put(id, plain(id, kind));
        return id;
    }

    private static String boundary(String id, String host, String kind) {
        return "<boundaryEvent id=\"%s\" attachedToRef=\"%s\" cancelActivity=\"%s\">%s</boundaryEvent>"
                .formatted(id, host, !kind.startsWith("+"), definition(kind.replace("+", "")));
    }

    private static String plain(String id, String kind) {
        var interrupting = !kind.startsWith("+");
        return switch (kind.replace("+", "")) {
            case "start" -> "<startEvent id=\"%s\"/>".formatted(id);
            case "on-message", "on-timer", "on-error" ->
                "<startEvent id=\"%s\" isInterrupting=\"%s\">%s</startEvent>"
                        .formatted(id, interrupting, definition(kind.substring(kind.indexOf('-') + 1)));
            case "end" -> "<endEvent id=\"%s\"/>".formatted(id);
            case "terminate", "fail" ->
                "<endEvent id=\"%s\">%s</endEvent>".formatted(id, definition(kind.equals("fail") ? "error" : kind));
            case "message", "timer" ->
                "<intermediateCatchEvent id=\"%s\">%s</intermediateCatchEvent>".formatted(id, definition(kind));
            case "xor" -> "<exclusiveGateway id=\"%s\"/>".formatted(id);
            case "and" -> "<parallelGateway id=\"%s\"/>".formatted(id);
            case "event" -> "<eventBasedGateway id=\"%s\"/>".formatted(id);
            case "or" -> "<inclusiveGateway id=\"%s\"/>".formatted(id);
            default -> "<%s id=\"%s\"/>".formatted(kind, id);
        };
    }

    private static String definition(String kind) {
        return switch (kind) {
            case "message" -> "<messageEventDefinition messageRef=\"m\"/>";
            case "timer" -> "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>";
            case "error" -> "<errorEventDefinition errorRef=\"x\"/>";
            default -> "<" + kind + "EventDefinition/>";
        };
    }

    private void flow(String from, String to) {
        xml.append("<sequenceFlow id=\"f%d\" sourceRef=\"%s\" targetRef=\"%s\"/>".formatted(flows++, from, to));
    }
}
