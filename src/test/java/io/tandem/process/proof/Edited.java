package io.tandem.process.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.check.Snapshot;
import io.tandem.content.ProcessFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Our folder as an owner might change it. */
record Edited(Snapshot folder) {

    static Edited ours() {
        return new Edited(new Snapshot(
                new TreeMap<>(ProcessFolder.at(Path.of("processes")).files("**"))));
    }

    private String text(String file) {
        return new String(folder.file(file).orElseThrow(), StandardCharsets.UTF_8);
    }

    private Edited with(String file, String text) {
        assertThat(text).as("an edit of " + file + " that changes nothing").isNotEqualTo(text(file));
        return new Edited(folder.with(java.util.Map.of(file, text.getBytes(StandardCharsets.UTF_8))));
    }

    Edited replace(String file, String what, String by) {
        return with(file, text(file).replace(what, by));
    }

    /** Takes an element away, with what is inside of it and with the flows and events that hang on it. */
    Edited drop(String file, String id) {
        var text = text(file);
        var element = Pattern.compile(
                        "\\s*<bpmn:(\\w+) id=\"" + id + "\"[^>]*(?:/>|(?<!/)>.*?</bpmn:\\1>)", Pattern.DOTALL)
                .matcher(text);
        var hanging = Pattern.compile(
                "\\s*<bpmn:sequenceFlow id=\"[^\"]*\"[^>]*(?:sourceRef|targetRef)=\"" + id
                        + "\"[^>]*(?:/>|(?<!/)>.*?</bpmn:sequenceFlow>)",
                Pattern.DOTALL);
        return with(file, hanging.matcher(element.replaceFirst("")).replaceAll(""));
    }

    /** Leads a flow to another node. */
    Edited lead(String file, String flow, String to) {
        return with(
                file,
                text(file).replaceFirst("(<bpmn:sequenceFlow id=\"" + flow + "\"[^>]*targetRef=\")[^\"]*", "$1" + to));
    }

    /** Lets a flow begin elsewhere. */
    Edited begin(String file, String flow, String at) {
        return with(
                file,
                text(file).replaceFirst("(<bpmn:sequenceFlow id=\"" + flow + "\"[^>]*sourceRef=\")[^\"]*", "$1" + at));
    }

    /** Adds something to a process, before its first flow. */
    Edited add(String file, String xml) {
        return with(
                file,
                text(file)
                        .replaceFirst(
                                "(\\n\\s*<bpmn:sequenceFlow )", java.util.regex.Matcher.quoteReplacement(xml) + "$1"));
    }
}
