package io.tandem.process.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.check.Finding;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PromisesTest {

    private static final String TICKET = "ticket.bpmn";
    private static final String BOT = "bot-attempt.bpmn";
    private static final String HUMAN = "human-escalation.bpmn";
    private static final String SURVEY = "satisfaction-survey.bpmn";
    private static final String COLLEAGUE = "ask-colleague.bpmn";
    private static final String WHO = "who-helps.dmn";

    private final KeepsPromises rule = new KeepsPromises();

    @Test
    void oursAreKept() {
        assertThat(rule.check(Edited.ours().folder())).isEmpty();
    }

    /** Policy changes from day to day; a diagram need not follow each time. */
    @Test
    void whatTheTablesKeepOutOfReachIsSaidAndNotRefused() {
        var nobodyIsAsked = Edited.ours().replace("survey.dmn", "<text>\"WITHDRAWN\"</text>", "<text>-</text>");

        var findings = rule.check(nobodyIsAsked.folder());

        assertThat(findings).extracting(Finding::rule).containsOnly("proof.unused");
        assertThat(findings)
                .extracting(Finding::element)
                .contains(new Finding.Element(SURVEY, "serviceTask_askForRating", "Ask for a rating"));
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                // 1: a human is always there
                broken(
                        "nobody listens to the wish",
                        "proof.humanReachable",
                        folder -> folder.drop(BOT, "subProcess_wantsHuman")),
                broken(
                        "the wish has another name",
                        "proof.humanReachable",
                        folder -> folder.replace(BOT, "name=\"human-wanted\"", "name=\"human-desired\"")),
                broken(
                        "the wish only lets things go on",
                        "proof.humanReachable",
                        folder -> folder.replace(
                                BOT,
                                "name=\"A person is wanted\" isInterrupting=\"true\"",
                                "name=\"A person is wanted\" isInterrupting=\"false\"")),
                broken(
                        "the bot has the last word first",
                        "proof.humanReachable",
                        folder -> folder.lead(BOT, "flow_humanWanted_to_botSilent", "serviceTask_lastWord")
                                .replace(
                                        BOT,
                                        "<bpmn:endEvent id=\"endEvent_botSilent\"",
                                        "<bpmn:serviceTask id=\"serviceTask_lastWord\" name=\"Send the answer\" camunda:delegateExpression=\"${sendAnswer}\"/>"
                                                + "<bpmn:sequenceFlow id=\"flow_more\" sourceRef=\"serviceTask_lastWord\" targetRef=\"endEvent_botSilent\"/>"
                                                + "<bpmn:endEvent id=\"endEvent_botSilent\"")),
                broken(
                        "what the bot learnt does not come out",
                        "proof.humanReachable",
                        folder -> folder.replace(TICKET, "<camunda:out source=\"helper\" target=\"helper\" />", "")),
                broken(
                        "the gateway asks for another word",
                        "proof.humanReachable",
                        folder -> folder.replace(TICKET, "${helper == 'human'}", "${helper == 'person'}")),
                broken(
                        "the gateway is turned",
                        "proof.humanReachable",
                        folder -> folder.replace(TICKET, "${helper == 'human'}", "${helper == 'bot'}")),
                broken(
                        "a person is only reached by time",
                        "proof.humanReachable",
                        folder -> folder.replace(
                                        HUMAN,
                                        "sourceRef=\"serviceTask_writeBrief\" targetRef=\"gateway_meanwhile\"",
                                        "sourceRef=\"serviceTask_writeBrief\" targetRef=\"catchEvent_pause\"")
                                .add(
                                        HUMAN,
                                        "<bpmn:intermediateCatchEvent id=\"catchEvent_pause\" name=\"A while\"><bpmn:timerEventDefinition id=\"t\"><bpmn:timeDuration>PT5M</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent><bpmn:sequenceFlow id=\"flow_pause\" sourceRef=\"catchEvent_pause\" targetRef=\"gateway_meanwhile\"/>")),
                broken(
                        "the task is nobody's",
                        "proof.humanReachable",
                        folder -> folder.replace(HUMAN, "camunda:candidateGroups=\"${skill}\"", "")),
                broken(
                        "the table sends whoever asks for a person to the bot",
                        "proof.humanReachable",
                        folder -> folder.replace(WHO, "<text>wantsHuman</text>", "<text>askedBack</text>")),
                // 2: no customer waits for ever
                broken(
                        "no timer where the customer may be silent",
                        "proof.endlessWait",
                        folder -> folder.drop(BOT, "catchEvent_silence")),
                broken(
                        "no timer where the bot asked back",
                        "proof.endlessWait",
                        folder -> folder.drop(BOT, "catchEvent_noReply")),
                broken(
                        "no timer where the agent asked",
                        "proof.endlessWait",
                        folder -> folder.drop(HUMAN, "catchEvent_silence")),
                broken(
                        "no timer in the survey",
                        "proof.endlessWait",
                        folder -> folder.drop(SURVEY, "catchEvent_silence")),
                broken(
                        "the timer asks again and again",
                        "proof.endlessWait",
                        folder -> folder.lead(SURVEY, "flow_silence_to_silence", "serviceTask_askForRating")),
                // 3: every ticket is asked
                broken(
                        "the survey is by-passed",
                        "proof.alwaysAsked",
                        folder -> folder.lead(TICKET, "flow_personNeeded_to_resolved", "gateway_done")),
                broken(
                        "the survey is by-passed after a person",
                        "proof.alwaysAsked",
                        folder -> folder.lead(TICKET, "flow_humanEscalation_to_resolved", "gateway_done")),
                broken(
                        "the survey asks those whom it should not",
                        "proof.alwaysAsked",
                        folder -> folder.replace(SURVEY, "${ask}", "${not ask}")),
                broken(
                        "the survey does not ask",
                        "proof.alwaysAsked",
                        folder -> folder.replace(
                                SURVEY,
                                "camunda:delegateExpression=\"${askForRating}\"",
                                "camunda:delegateExpression=\"${lookUpLastSurvey}\"")),
                // 4: once a person has it, the bot is silent
                broken(
                        "the bot speaks after a person",
                        "proof.botSilent",
                        folder -> folder.lead(TICKET, "flow_humanEscalation_to_resolved", "callActivity_botAttempt")),
                broken(
                        "the table lets the bot try again with who came back",
                        "proof.botSilent",
                        folder -> folder.replace(WHO, "<text>reopened</text>", "<text>askedBack</text>")),
                broken(
                        "the bot answers while a person helps",
                        "proof.botSilent",
                        folder -> folder.replace(
                                HUMAN,
                                "camunda:delegateExpression=\"${findSuggestions}\"",
                                "camunda:delegateExpression=\"${sendAnswer}\"")),
                // 5: soundness
                broken(
                        "a join that waits for one way only",
                        "proof.completes",
                        folder -> folder.replace(
                                        TICKET,
                                        "<bpmn:exclusiveGateway id=\"gateway_resolved\" name=\"Resolved\">",
                                        "<bpmn:parallelGateway id=\"gateway_resolved\" name=\"Resolved\">")
                                .replace(
                                        TICKET,
                                        "<bpmn:outgoing>flow_resolved_to_satisfactionSurvey</bpmn:outgoing>\n    </bpmn:exclusiveGateway>",
                                        "<bpmn:outgoing>flow_resolved_to_satisfactionSurvey</bpmn:outgoing>\n    </bpmn:parallelGateway>")),
                broken(
                        "a loop without a way out",
                        "proof.completes",
                        folder -> folder.lead(TICKET, "flow_badlyRated_to_done", "gateway_badlyRated")
                                .lead(TICKET, "flow_winBack_to_done", "gateway_badlyRated")),
                broken(
                        "a rating that leads nowhere",
                        "proof.completes",
                        folder -> folder.lead(TICKET, "flow_satisfactionSurvey_to_badlyRated", "gateway_wait")
                                .add(
                                        TICKET,
                                        "<bpmn:parallelGateway id=\"gateway_wait\" name=\"Wait\"/><bpmn:task id=\"task_never\" name=\"Never\"/><bpmn:sequenceFlow id=\"flow_never\" sourceRef=\"task_never\" targetRef=\"gateway_wait\"/><bpmn:sequenceFlow id=\"flow_wait\" sourceRef=\"gateway_wait\" targetRef=\"gateway_badlyRated\"/>")),
                broken(
                        "more and more suggestions",
                        "proof.bounded",
                        folder -> folder.lead(HUMAN, "flow_customerWrote_to_agentsTurn", "serviceTask_writeBrief")),
                broken(
                        "an answer that no table gives",
                        "proof.humanReachable",
                        folder -> folder.replace(
                                BOT, "reason == 'BETWEEN_TWO' or reason == 'GREETED'", "reason == 'BETWEEN_THREE'")),
                broken(
                        "an error that no step has",
                        "proof.dead",
                        folder -> folder.replace(TICKET, "errorCode=\"botFailed\"", "errorCode=\"botDown\"")),
                broken(
                        "a step that nothing leads to",
                        "proof.dead",
                        folder -> folder.add(
                                BOT,
                                "<bpmn:serviceTask id=\"serviceTask_lost\" name=\"Lost\" camunda:delegateExpression=\"${writeBrief}\"/><bpmn:sequenceFlow id=\"flow_lost\" sourceRef=\"serviceTask_lost\" targetRef=\"endEvent_handedOver\"/>")),
                broken(
                        "the asker never learns",
                        "proof.dead",
                        folder -> folder.lead(COLLEAGUE, "flow_awaited_to_tellAsker", "endEvent_noted")),
                // what cannot be followed
                broken(
                        "a gateway of another kind",
                        "proof.notSupported",
                        folder -> folder.replace(
                                        TICKET,
                                        "bpmn:exclusiveGateway id=\"gateway_done\" name=\"All said\"",
                                        "bpmn:inclusiveGateway id=\"gateway_done\" name=\"All said\"")
                                .replace(
                                        TICKET,
                                        "<bpmn:outgoing>flow_done_to_closeTicket</bpmn:outgoing>\n    </bpmn:exclusiveGateway>",
                                        "<bpmn:outgoing>flow_done_to_closeTicket</bpmn:outgoing>\n    </bpmn:inclusiveGateway>")),
                broken(
                        "a process that calls itself",
                        "proof.notSupported",
                        folder -> folder.replace(
                                        SURVEY,
                                        "<bpmn:serviceTask id=\"serviceTask_recordRating\" name=\"Record the rating\" camunda:delegateExpression=\"${recordRating}\">",
                                        "<bpmn:callActivity id=\"serviceTask_recordRating\" name=\"Again\" calledElement=\"satisfaction-survey\">")
                                .replace(
                                        SURVEY,
                                        "<bpmn:outgoing>flow_recordRating_to_rated</bpmn:outgoing>\n    </bpmn:serviceTask>",
                                        "<bpmn:outgoing>flow_recordRating_to_rated</bpmn:outgoing>\n    </bpmn:callActivity>")));
    }

    static Stream<Arguments> sensible() {
        return Stream.of(
                sensible(
                        "whoever was won back is asked again",
                        folder -> folder.lead(TICKET, "flow_winBack_to_done", "gateway_resolved")),
                sensible(
                        "no suggestions for the agent",
                        folder -> folder.drop(HUMAN, "serviceTask_findSuggestions")
                                .drop(HUMAN, "endEvent_suggestionsFound")),
                sensible(
                        "the customer is told before the agent has it",
                        folder -> folder.drop(HUMAN, "flow_meanwhile_to_tellCustomer")
                                .drop(HUMAN, "endEvent_customerTold")
                                .lead(HUMAN, "flow_writeBrief_to_meanwhile", "serviceTask_tellCustomer")
                                .add(
                                        HUMAN,
                                        "<bpmn:sequenceFlow id=\"flow_told\" sourceRef=\"serviceTask_tellCustomer\" targetRef=\"gateway_meanwhile\"/>")),
                sensible(
                        "a ticket that nobody helps with ends after a month",
                        folder -> folder.add(
                                HUMAN,
                                "<bpmn:boundaryEvent id=\"boundaryEvent_month\" name=\"A month\" attachedToRef=\"userTask_help\"><bpmn:timerEventDefinition id=\"timer_month\"><bpmn:timeDuration>P30D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>"
                                        + "<bpmn:sequenceFlow id=\"flow_month\" sourceRef=\"boundaryEvent_month\" targetRef=\"serviceTask_recordUnconfirmed\"/>")),
                sensible(
                        "no question back at all",
                        folder -> folder.drop(BOT, "flow_sureEnough_to_askBack")
                                .drop(BOT, "serviceTask_askBack")
                                .drop(BOT, "gateway_customerWroteUnasked")
                                .drop(BOT, "gateway_question")
                                .drop(BOT, "catchEvent_customerReplies")
                                .drop(BOT, "catchEvent_noReply")
                                .drop(BOT, "endEvent_notReplied")
                                .replace(
                                        BOT,
                                        "${helper == 'bot' and reason != 'BETWEEN_TWO' and reason != 'GREETED'}",
                                        "${helper == 'bot'}")),
                sensible(
                        "steps inside of a sub-process",
                        folder -> folder.lead(HUMAN, "flow_handOver_to_writeBrief", "subProcess_prepare")
                                .begin(HUMAN, "flow_writeBrief_to_meanwhile", "subProcess_prepare")
                                .drop(HUMAN, "serviceTask_writeBrief")
                                .add(
                                        HUMAN,
                                        "<bpmn:subProcess id=\"subProcess_prepare\" name=\"Prepare\"><bpmn:startEvent id=\"startEvent_prepare\"/><bpmn:serviceTask id=\"serviceTask_brief\" name=\"Write the brief\" camunda:delegateExpression=\"${writeBrief}\"/><bpmn:endEvent id=\"endEvent_prepared\"/><bpmn:sequenceFlow id=\"flow_p1\" sourceRef=\"startEvent_prepare\" targetRef=\"serviceTask_brief\"/><bpmn:sequenceFlow id=\"flow_p2\" sourceRef=\"serviceTask_brief\" targetRef=\"endEvent_prepared\"/></bpmn:subProcess>")));
    }

    private static Arguments sensible(String name, UnaryOperator<Edited> edit) {
        return Arguments.of(name, edit);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sensible")
    void whatKeepsThePromisesIsAccepted(String name, UnaryOperator<Edited> edit) {
        assertThat(rule.check(edit.apply(Edited.ours()).folder())).isEmpty();
    }

    private static Arguments broken(String name, String rule, UnaryOperator<Edited> edit) {
        return Arguments.of(name, rule, edit);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("broken")
    void whatBreaksAPromiseIsRefused(String name, String expected, UnaryOperator<Edited> edit) {
        var findings = rule.check(edit.apply(Edited.ours()).folder());

        assertThat(findings).extracting(Finding::rule).contains(expected);
        assertThat(findings.stream()
                        .filter(finding ->
                                finding.rule().equals(expected) && !expected.matches(".*(dead|notSupported)")))
                .allSatisfy(finding -> assertThat(finding.way()).isNotEmpty());
    }
}
