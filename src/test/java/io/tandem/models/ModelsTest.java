package io.tandem.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tandem.process.ProcessMessage;
import java.beans.Introspector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The diagrams and the code say the same, beyond what {@code CheckedFolderTest} holds for every folder. */
class ModelsTest {

    private static final Map<String, String> KINDS = Map.of(
            "endEvent", "endEvent",
            "startEvent", "startEvent",
            "serviceTask", "serviceTask",
            "userTask", "userTask",
            "businessRuleTask", "businessRuleTask",
            "callActivity", "callActivity",
            "subProcess", "subProcess",
            "boundaryEvent", "boundaryEvent",
            "intermediateCatchEvent", "catchEvent");

    static Stream<Arguments> models() {
        return Stage.MODELS.stream().map(name -> arguments(name, read(name)));
    }

    private static BpmnModelInstance read(String name) {
        return Bpmn.readModelFromFile(Stage.PROCESSES.resolve(name + ".bpmn").toFile());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void aProcessSaysWhatItIsFor(String name, BpmnModelInstance model) {
        var process = model.getModelElementsByType(Process.class).iterator().next();

        assertThat(process.getDocumentations()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void everyNodeHasAnIdOfItsKind(String name, BpmnModelInstance model) {
        assertThat(model.getModelElementsByType(FlowNode.class)).allSatisfy(node -> {
            var type = node.getElementType().getTypeName();
            assertThat(node.getId()).startsWith(KINDS.getOrDefault(type, "gateway") + "_");
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void whatTheTaskShowsIsTheNameOfItsClass(String name, BpmnModelInstance model) {
        var delegates = delegates();

        assertThat(model.getModelElementsByType(ServiceTask.class)).allSatisfy(task -> {
            var bean = task.getCamundaDelegateExpression().replaceAll("^\\$\\{(\\w+)}$", "$1");
            assertThat(delegates).as(task.getId()).containsKey(bean);
            assertThat(wordsOf(task.getName())).as(task.getName()).startsWith(wordsOf(delegates.get(bean)));
        });
    }

    /** "Find an answer" and FindAnswer: the same words, but for articles. */
    private static String wordsOf(String name) {
        return Arrays.stream(name.split("(?=[A-Z])|\\s+"))
                .map(word -> word.strip().toLowerCase(java.util.Locale.ROOT))
                .filter(word -> !Set.of("", "a", "an", "the", "to", "person").contains(word))
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> delegates() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.tandem").stream()
                        .filter(type -> type.isAssignableTo(JavaDelegate.class) && !type.isInterface())
                        .map(JavaClass::getSimpleName)
                        .filter(type -> !type.isBlank())
                        .collect(Collectors.toMap(Introspector::decapitalize, type -> type));
    }

    @Test
    void everyDelegateStandsInADiagram() {
        var used = new TreeSet<String>();
        Stage.MODELS.forEach(name -> read(name)
                .getModelElementsByType(ServiceTask.class)
                .forEach(task -> used.add(task.getCamundaDelegateExpression().replaceAll("\\W", ""))));

        assertThat(used).containsExactlyInAnyOrderElementsOf(delegates().keySet());
    }

    /** The transaction of whoever brings a message ends at the event: what fails later cannot lose a word. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void everyMessageThatComesInEndsItsTransactionThere(String name, BpmnModelInstance model) {
        assertThat(model.getModelElementsByType(MessageEventDefinition.class)).allSatisfy(message -> {
            var event = (FlowNode) message.getParentElement();
            assertThat(event.isCamundaAsyncAfter()).as(event.getId()).isTrue();
        });
    }

    @Test
    void modelsAndCodeKnowTheSameMessages() {
        var drawn = new TreeSet<String>();
        Stage.MODELS.forEach(name ->
                read(name).getModelElementsByType(Message.class).forEach(message -> drawn.add(message.getName())));

        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProcessMessage.values())
                        .map(ProcessMessage::inModel)
                        .toList());
    }

    /** Camunda Modeler offers our steps by name. */
    @Test
    void everyDelegateHasAnElementTemplateOfTheNameThatTheDiagramsShow() throws Exception {
        var templates = new ObjectMapper()
                .readTree(Stage.PROCESSES
                        .resolve(".camunda/element-templates/steps_en.json")
                        .toFile());
        var names = new TreeMap<String, String>();
        templates.forEach(template -> template.path("properties").forEach(property -> {
            if (!property.at("/binding/name").asText().equals("camunda:delegateExpression")) return;
            names.put(
                    property.path("value").asText().replaceAll("\\W", ""),
                    template.path("name").asText());
        }));

        assertThat(names).containsKeys(delegates().keySet().toArray(String[]::new));
        Stage.MODELS.forEach(model -> read(model)
                .getModelElementsByType(ServiceTask.class)
                .forEach(task -> assertThat(task.getName())
                        .isEqualTo(names.get(task.getCamundaDelegateExpression().replaceAll("\\W", "")))));
    }

    /** After a change: {@code node docs/pictures/render.mjs}. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void thePictureInTheDocsShowsTheModel(String name, BpmnModelInstance model) throws Exception {
        var picture = Files.readString(Path.of("docs/pictures", name + ".svg"));

        assertThat(model.getModelElementsByType(FlowNode.class))
                .allSatisfy(node -> assertThat(picture).contains("data-element-id=\"" + node.getId() + "\""));
        assertThat(model.getModelElementsByType(SequenceFlow.class))
                .allSatisfy(flow -> assertThat(picture).contains("data-element-id=\"" + flow.getId() + "\""));
    }

    @Test
    void nothingElseLiesInTheFolder() throws Exception {
        try (var files = Files.list(Stage.PROCESSES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "ticket.bpmn",
                            "bot-attempt.bpmn",
                            "human-escalation.bpmn",
                            "satisfaction-survey.bpmn",
                            "ask-colleague.bpmn",
                            "who-helps.dmn",
                            "service-level.dmn",
                            "survey.dmn",
                            "calendar.yml",
                            "retention.yml",
                            "forms",
                            "knowledge",
                            "texts",
                            ".camunda");
        }
    }
}
