package io.tandem.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.content.ProgramTexts;
import java.util.Map;

/**
 * Our steps as Camunda Modeler offers them, with their fields. Modeler knows no languages: each has a file and names of
 * its own, and an owner finds a step by either. What a diagram gets from them is the same.
 */
public final class ElementTemplates {

    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProgramTexts texts = new ProgramTexts("steps");
    private final Steps steps;
    private final String language;

    public ElementTemplates(Steps steps, String language) {
        this.steps = steps;
        this.language = language;
    }

    /** Of the file in {@code processes/.camunda/element-templates}. */
    public String fileName() {
        return "steps_" + language + ".json";
    }

    public String asJson() {
        var templates = JSON.createArrayNode();
        steps.names()
                .forEach(name -> steps.find(name).ifPresent(facts -> describe(templates.addObject(), name, facts)));
        return templates.toPrettyString() + "\n";
    }

    private void describe(ObjectNode template, String name, Steps.Facts facts) {
        template.put("$schema", SCHEMA);
        template.put("id", "io.tandem." + language + "." + name);
        template.put("version", 1);
        template.put("name", text(name));
        template.put("description", text(name + ".means"));
        template.putObject("category").put("id", "io.tandem." + language).put("name", text("category"));
        template.putArray("appliesTo").add("bpmn:ServiceTask");
        var properties = template.putArray("properties");
        hidden(properties, "camunda:delegateExpression", "${" + name + "}");
        if (facts.ownJob()) hidden(properties, "camunda:asyncBefore", "true");
        facts.takes().forEach(parameter -> field(properties.addObject(), parameter));
    }

    private static void hidden(ArrayNode properties, String name, String value) {
        var property = properties.addObject().put("type", "Hidden").put("value", value);
        property.putObject("binding").put("type", "property").put("name", name);
    }

    private void field(ObjectNode field, String parameter) {
        field.put("label", text(parameter)).put("description", text(parameter + ".means"));
        field.put("type", "String").put("value", text(parameter + ".default"));
        var choices = texts.startingWith(language, parameter + ".choice.");
        if (!choices.isEmpty()) {
            var offered = field.put("type", "Dropdown").putArray("choices");
            choices.forEach(
                    (value, name) -> offered.addObject().put("name", name).put("value", value));
        }
        field.putObject("binding").put("type", "camunda:inputParameter").put("name", parameter);
        field.putObject("constraints").put("notEmpty", true);
    }

    private String text(String key) {
        return texts.get(language, key, Map.of());
    }
}
