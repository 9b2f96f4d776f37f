package io.tandem.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model is code: what it may hold is little, whoever deploys it. */
class ModelGuardTest {

    private static PlainEngine plain;

    @BeforeAll
    static void start() {
        plain = PlainEngine.guarded();
    }

    @AfterAll
    static void stop() {
        plain.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:serviceTask id='step' camunda:delegateExpression='${greet}' />",
                "<bpmn:userTask id='step' camunda:assignee='${agent}' camunda:candidateGroups='${skill}' camunda:dueDate='${dateTime().plusDays(1)}' camunda:priority='${priority}' />",
                "<bpmn:userTask id='step' name='${matter} for ${execution.processBusinessKey}'><bpmn:documentation>for ${currentUser()} at ${now()}</bpmn:documentation></bpmn:userTask>",
                "<bpmn:userTask id='step'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='who'>${decision.singleResult.who}</camunda:inputParameter><camunda:outputParameter name='late'>${rounds &gt;= 3 and (mood == 'angry' or empty topic) ? 'yes' : 'no'}</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='step'><bpmn:extensionElements><camunda:executionListener event='start' delegateExpression='${greet}' /></bpmn:extensionElements></bpmn:userTask>",
            })
    void whatModelsMayHoldIsDeployed(String element) {
        assertThatCode(() -> plain.deployProcess(element)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask id='step' scriptFormat='javascript'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:serviceTask id='step' camunda:class='io.tandem.Evil' />",
                "<bpmn:serviceTask xmlns:activiti='http://activiti.org/bpmn' id='step' activiti:class='io.tandem.Evil' />",
                "<bpmn:serviceTask id='step' camunda:type='shell' />",
                "<bpmn:serviceTask id='step' camunda:type='mail' />",
                "<bpmn:serviceTask id='step'><bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:serviceTask id='step' camunda:delegateExpression='${dataSource}' />",
                "<bpmn:serviceTask id='step' camunda:delegateExpression='${greet.toString()}' />",
                "<bpmn:serviceTask id='step' camunda:expression='${greet.execute(execution)}' />",
                "<bpmn:serviceTask id='step' camunda:expression='${execution.processEngineServices.runtimeService}' camunda:resultVariable='${a[&quot;class&quot;]}' />",
                "<bpmn:userTask id='step' camunda:formHandlerClass='io.tandem.Evil' />",
                "<bpmn:userTask id='step' camunda:assignee='${\"\".getClass().forName(\"java.lang.Runtime\")}' />",
                "<bpmn:userTask id='step' camunda:assignee='#{\"\".class.name}' />",
                "<bpmn:userTask id='step' camunda:candidateGroups='a,${x.y().z}' />",
                "<bpmn:userTask id='step' camunda:dueDate='${files()}' />",
                "<bpmn:userTask id='step' name='${greet.run()}' />",
                "<bpmn:userTask id='step'><bpmn:documentation>${greet.run()}</bpmn:documentation></bpmn:userTask>",
                "<bpmn:userTask id='step'><bpmn:extensionElements><camunda:taskListener event='create' class='io.tandem.Evil' /></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='step'><bpmn:extensionElements><camunda:taskListener event='create' expression='${a}' /></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='step'><bpmn:extensionElements><camunda:executionListener event='start' delegateExpression='${dataSource}' /></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='step'><bpmn:extensionElements><camunda:executionListener event='start'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:executionListener></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='step'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='x'><camunda:script scriptFormat='juel'>${1}</camunda:script></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='step'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='x'><camunda:map><camunda:entry key='${a.b()}'>1</camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='step'><bpmn:extensionElements><camunda:formData><camunda:formField id='f' type='string'><camunda:validation><camunda:constraint name='validator' config='io.tandem.Evil' /></camunda:validation></camunda:formField></camunda:formData></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:callActivity id='step' calledElement='test' camunda:variableMappingClass='io.tandem.Evil' />",
                "<bpmn:callActivity id='step' calledElement='test' camunda:variableMappingDelegateExpression='${dataSource}' />",
                "<bpmn:task id='step' /><bpmn:sequenceFlow id='twice' sourceRef='step' targetRef='end'><bpmn:conditionExpression xsi:type='bpmn:tFormalExpression' language='javascript'>1</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:task id='step' /><bpmn:sequenceFlow id='twice' sourceRef='step' targetRef='end'><bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>${greet.run()}</bpmn:conditionExpression></bpmn:sequenceFlow>",
            })
    void whatElseAModelHoldsIsRefusedByElementAndReason(String element) {
        assertThatThrownBy(() -> plain.deployProcess(element)).isInstanceOfSatisfying(ParseException.class, refused -> {
            var problem = refused.getResorceReports().get(0).getErrors().get(0);
            assertThat(problem.getMainElementId()).isIn("step", "twice", "f");
            assertThat(problem.getMessage())
                    .matches(
                            ".*(Java delegate|There is no step|These exist|refused|must be|may not|reads '|Write |in conditions).*");
        });
    }

    @Test
    void namingAStepThatIsNotThereTellsTheNearest() {
        assertThatThrownBy(() ->
                        plain.deployProcess("<bpmn:serviceTask id='step' camunda:delegateExpression='${greeet}' />"))
                .hasMessageContaining("There is no step 'greeet'. Check the spelling; nearest is: greet.");
    }

    @Test
    void aModelThatTheEngineHoldsSinceBeforeIsReadAgainEvenIfItsStepIsGone() {
        plain.deployProcess("<bpmn:userTask id='step' />");
        engine().getDeploymentCache().discardProcessDefinitionCache();

        assertThatCode(() -> plain.engine.getRuntimeService().startProcessInstanceByKey("test"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test.bpmn", "test.dmn"})
    void anExternalEntityIsNotRead(String file) {
        var model = "<?xml version='1.0'?><!DOCTYPE d [<!ENTITY secret SYSTEM 'file:///etc/passwd'>]>"
                + "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'>"
                + "<process id='p' name='&secret;'/></definitions>";

        assertThatThrownBy(() -> plain.deploy(file, model)).hasMessageContaining("DOCTYPE");
    }

    @Test
    void casesAreRefused() {
        assertThatThrownBy(() -> plain.deploy("a.cmmn", "<definitions/>")).hasMessageContaining("CMMN");
    }

    @Test
    void aStepRunsAndNoVariableTakesItsPlace() {
        plain.deployProcess(
                "<bpmn:serviceTask id='step' camunda:delegateExpression='${greet}' camunda:asyncAfter='true' />");

        var instance =
                plain.engine.getRuntimeService().startProcessInstanceByKey("test", Map.of("greet", "something else"));

        assertThat(plain.engine.getRuntimeService().getVariable(instance.getId(), "greeting"))
                .isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "ruby", "python"})
    void thereIsNoScriptEngine(String language) {
        assertThatThrownBy(() -> engine().getCommandExecutorTxRequired()
                        .execute(context -> engine().getScriptingEngines().getScriptEngineForLanguage(language)))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Scripts are refused");
    }

    private static ProcessEngineConfigurationImpl engine() {
        return (ProcessEngineConfigurationImpl) plain.engine.getProcessEngineConfiguration();
    }
}
