package io.tandem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.tandem.check.Finding;
import io.tandem.check.FindingWords;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a check has found, for people and for programs. */
record CheckReport(List<Finding> findings, int files) {

    /** A block for each finding, then a line that sums up. */
    void print(PrintStream out, FindingWords words) {
        findings.forEach(finding -> print(out, words, finding));
        out.println(words.get(
                isAccepted() ? "check.accepted" : "check.refused",
                Map.of(
                        "files", String.valueOf(files),
                        "errors", String.valueOf(errors()),
                        "warnings", String.valueOf(findings.size() - errors()))));
    }

    private static void print(PrintStream out, FindingWords words, Finding finding) {
        var severity = words.get(finding.refuses() ? "check.error" : "check.warning", Map.of());
        out.println("%s  %s%s".formatted(severity, place(finding, words), element(finding)));
        out.println("  " + words.wrong(finding));
        out.println("  " + words.get("check.todo", Map.of("todo", words.todo(finding))));
        if (!finding.way().isEmpty()) {
            out.println("  " + words.get("check.way", Map.of("way", words.way(finding))));
        }
        out.println();
    }

    private static String place(Finding finding, FindingWords words) {
        if (finding.file().equals(Finding.FOLDER)) return words.get("check.folder", Map.of());
        return finding.line() == 0 ? finding.file() : finding.file() + ":" + finding.line();
    }

    private static String element(Finding finding) {
        var element = finding.element();
        if (element == null) return "";
        return element.label() == null ? "  " + element.id() : "  \"%s\" (%s)".formatted(element.label(), element.id());
    }

    private boolean isAccepted() {
        return errors() == 0;
    }

    private long errors() {
        return findings.stream().filter(Finding::refuses).count();
    }

    void printJson(PrintStream out) {
        var report = new LinkedHashMap<String, Object>();
        report.put("accepted", isAccepted());
        report.put("files", files);
        report.put("errors", errors());
        report.put("warnings", findings.size() - errors());
        report.put("findings", findings.stream().map(CheckReport::json).toList());
        try {
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(report));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> json(Finding finding) {
        var json = new LinkedHashMap<String, Object>();
        json.put("severity", finding.severity());
        json.put("rule", finding.rule());
        json.put("file", finding.file());
        if (finding.line() > 0) json.put("line", finding.line());
        if (finding.element() != null) json.put("element", json(finding.element()));
        json.put("wrong", inAllLanguages(words -> words.wrong(finding)));
        json.put("todo", inAllLanguages(words -> words.todo(finding)));
        if (!finding.way().isEmpty())
            json.put("way", finding.way().stream().map(CheckReport::json).toList());
        return json;
    }

    private static Map<String, Object> json(Finding.Element element) {
        var json = new LinkedHashMap<String, Object>();
        json.put("file", element.file());
        json.put("id", element.id());
        if (element.label() != null) json.put("label", element.label());
        return json;
    }

    private static Map<String, String> inAllLanguages(Function<FindingWords, String> text) {
        var texts = new LinkedHashMap<String, String>();
        FindingWords.LANGUAGES.forEach(language -> texts.put(language, text.apply(FindingWords.in(language))));
        return texts;
    }
}
