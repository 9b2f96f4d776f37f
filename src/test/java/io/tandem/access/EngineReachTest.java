package io.tandem.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.process.Staff;
import io.tandem.process.gate.BesideTheGate;
import io.tandem.story.TandemRuns;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What each role may do in the engine, by its own pages' API and by {@code /engine-rest}. */
@TandemRuns
class EngineReachTest {

    private static final String CANARY = "tandem.test.canary";
    private static final String ATTACK = "${''.getClass().forName('java.lang.System').getMethod('setProperty',"
            + " ''.getClass(), ''.getClass()).invoke(null, '" + CANARY + "', 'dead')}";
    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <process id="reach" isExecutable="true" camunda:historyTimeToLive="1">
                <startEvent id="start" /><sequenceFlow id="in" sourceRef="start" targetRef="task" />
                <userTask id="task" name="Help" camunda:candidateGroups="${skill}" />
              </process>
            </definitions>
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identity;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    private Browser program;
    private String deployment;

    @BeforeEach
    void start() {
        program = new Browser(port);
        deployment = new BesideTheGate(engine).deploy("reach.bpmn", MODEL);
    }

    @AfterEach
    void clean() {
        new BesideTheGate(engine).delete(deployment);
        System.clearProperty(CANARY);
    }

    private String open(String skill) {
        var instance = runtime.startProcessInstanceByKey("reach", newTicket(), Map.of("skill", skill));
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    private String newTicket() {
        var answer = program.postJson("/api/tickets", "{\"text\":\"Where is my parcel?\"}")
                .body();
        return answer.replaceFirst(".*\"ticket\":\"([^\"]+)\".*", "$1");
    }

    private String rest(String user, String path) {
        return program.get("/engine-rest" + path, "Authorization", Browser.basic(user, "tandem"))
                .body();
    }

    private int restStatus(String user, String path) {
        return program.get("/engine-rest" + path, "Authorization", Browser.basic(user, "tandem"))
                .statusCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orQueries\":[{\"assigneeExpression\":\"%s\"}]}",
                "{\"orQueries\":[{\"candidateGroup\":\"a\"},{\"dueBeforeExpression\":\"%s\"}]}",
                "{\"assigneeExpression\":\"%s\"}",
                "{\"candidateUserExpression\":\"%s\"}",
            })
    void expressionsInQueriesRunNoCode(String query) {
        var json = query.formatted(ATTACK);
        var anna = Browser.signedIn(port, "anna");
        anna.get("/camunda/app/tasklist/default/");
        var token = anna.cookie("XSRF-TOKEN").orElseThrow();

        for (var path : List.of("/task", "/task/count")) {
            var byProgram =
                    program.postJson("/engine-rest" + path, json, "Authorization", Browser.basic("anna", "tandem"));
            var byPage = anna.postJson("/camunda/api/engine/engine/default" + path, json, "X-XSRF-TOKEN", token);

            assertThat(byProgram.statusCode()).isEqualTo(400);
            assertThat(byPage.statusCode()).isEqualTo(400);
        }
        assertThat(System.getProperty(CANARY)).isNull();
    }

    @Test
    void norDoTheyWhenTheyNarrowAFilter() {
        var filters = rest("anna", "/filter");
        var filter = filters.substring(
                filters.indexOf("\"id\":\"") + 6, filters.indexOf('"', filters.indexOf("\"id\":\"") + 6));

        var answer = program.postJson(
                "/engine-rest/filter/" + filter + "/list",
                "{\"orQueries\":[{\"assigneeExpression\":\"" + ATTACK + "\"}]}",
                "Authorization",
                Browser.basic("anna", "tandem"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(System.getProperty(CANARY)).isNull();
    }

    @Test
    void anAgentSeesTheTicketsOfTheirGroupsAndALeadSeesAll() {
        var ofPayments = open("payments");
        var ofAll = open("agents");

        assertThat(rest("anna", "/task")).contains(ofPayments, ofAll);
        assertThat(rest("ben", "/task")).contains(ofAll).doesNotContain(ofPayments);
        assertThat(rest("lea", "/task")).contains(ofPayments, ofAll);
        assertThat(rest("otto", "/task")).isEqualTo("[]");
    }

    @Test
    void anAgentClaimsAndCompletesATicketAndCannotGiveItToAnother() {
        var task = open("agents");
        var anna = new String[] {"Authorization", Browser.basic("anna", "tandem")};

        var claimed = program.postJson("/engine-rest/task/" + task + "/claim", "{\"userId\":\"anna\"}", anna);
        var given = program.postJson("/engine-rest/task/" + task + "/assignee", "{\"userId\":\"ben\"}", anna);
        var completed = program.postJson("/engine-rest/task/" + task + "/complete", "{}", anna);

        assertThat(claimed.statusCode()).isEqualTo(204);
        assertThat(given.statusCode()).isEqualTo(403);
        assertThat(completed.statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({"anna", "ben", "lea", "otto"})
    void nobodyButAnAdminReadsTheHistoryOfPersons(String user) {
        var task = open("agents");
        tasks.claim(task, "anna");
        tasks.complete(task);

        assertThat(rest(user, "/history/task")).isEqualTo("[]");
        assertThat(rest(user, "/history/activity-instance")).isEqualTo("[]");
        assertThat(rest(user, "/history/user-operation")).isEqualTo("[]");
        assertThat(rest("admin", "/history/task")).contains(task);
    }

    @ParameterizedTest
    @CsvSource({"anna", "lea", "otto"})
    void nobodyButAnAdminListsPeopleOrDeploysOrMakesFilters(String user) {
        var authorization = new String[] {"Authorization", Browser.basic(user, "tandem")};

        assertThat(rest(user, "/user")).contains("\"" + user + "\"").doesNotContain("admin", "ben");
        assertThat(rest(user, "/authorization")).isEqualTo("[]");
        assertThat(program.postJson(
                                "/engine-rest/filter/create",
                                "{\"name\":\"x\",\"resourceType\":\"Task\",\"query\":{}}",
                                authorization)
                        .statusCode())
                .isEqualTo(403);
        assertThat(deploy(user)).isEqualTo(403);
        assertThat(program.postJson("/engine-rest/process-definition/key/reach/start", "{}", authorization)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void evenAnAdminDeploysNoCodeInAModel() {
        assertThat(deploy("admin")).isEqualTo(400);
    }

    private int deploy(String user) {
        var evil = MODEL.replace(
                "<userTask id=\"task\" name=\"Help\"", "<userTask id=\"task\" camunda:formHandlerClass=\"x\"");
        var body = "--b\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nevil\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"m\"; filename=\"m.bpmn\"\r\n\r\n" + evil + "\r\n--b--\r\n";
        return RawHttp.post(
                        port,
                        "/engine-rest/deployment/create",
                        body,
                        "Content-Type: multipart/form-data; boundary=b",
                        "Authorization: " + Browser.basic(user, "tandem"))
                .status();
    }

    @Test
    void ownersSeeProcessesAndNobodyElsesTasks() {
        open("agents");

        assertThat(rest("otto", "/process-instance")).contains("reach");
        assertThat(rest("anna", "/process-instance")).isEqualTo("[]");
        assertThat(rest("anna", "/process-definition?key=reach")).contains("reach");
    }

    @Test
    void theFiltersAreThere() {
        assertThat(rest("anna", "/filter"))
                .contains("Meine Tickets · My tickets", "Überfällig · Overdue", "\"refresh\":true");
        assertThat(rest("otto", "/filter")).isEqualTo("[]");
    }

    @Test
    void nobodySendsJavaObjects() {
        var task = open("agents");
        var answer = program.postJson(
                "/engine-rest/task/" + task + "/complete",
                "{\"variables\":{\"x\":{\"type\":\"Object\",\"value\":\"rO0ABXQAAWE=\",\"valueInfo\":{\"objectTypeName\":"
                        + "\"java.lang.String\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}}}",
                "Authorization",
                Browser.basic("anna", "tandem"));

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).contains("Java serialization format is prohibited");
    }

    @Test
    void aPasswordIsAskedForAndNoSessionKept() {
        var right = program.get("/engine-rest/task", "Authorization", Browser.basic("anna", "tandem"));

        assertThat(right.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("TANDEM="));
        assertThat(restStatus("nobody", "/task")).isEqualTo(401);
        assertThat(program.get("/engine-rest/task").headers().firstValue("WWW-Authenticate"))
                .hasValue("Basic realm=\"Tandem\"");
        // A browser's session is no password.
        assertThat(Browser.signedIn(port, "admin").get("/engine-rest/task").statusCode())
                .isEqualTo(401);
    }

    @Test
    void anotherSiteCannotUseThePasswordThatABrowserRemembers() {
        var answer = program.get(
                "/engine-rest/task", "Authorization", Browser.basic("admin", "tandem"), "Sec-Fetch-Site", "cross-site");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void theEnginesPagesGuardAgainstForgedRequestsAndKeepAStrictPolicy() {
        var anna = Browser.signedIn(port, "anna");
        var page = anna.get("/camunda/app/tasklist/default/");

        var forged = anna.postJson("/camunda/api/engine/engine/default/task", "{}");

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy)
                        .doesNotContain("nonce")
                        .doesNotContainPattern("script-src[^;]*'unsafe-inline'")
                        .doesNotContainPattern("script-src[^;]*https:"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    /** A page whose script is not among the named ones would stay blank. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void thePolicyNamesTheOneInlineScriptOfEachOfTheEnginesPages(String app) throws Exception {
        var page = Browser.signedIn(port, "admin").get("/camunda/app/" + app + "/default/");
        var inline = Pattern.compile("(?s)<script(?![^>]*src=)[^>]*>(.*?)</script>")
                .matcher(page.body())
                .results()
                .toList();

        assertThat(inline).hasSize(1);
        var digest = MessageDigest.getInstance("SHA-256")
                .digest(inline.get(0).group(1).getBytes(UTF_8));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }

    /** CVE-2026-77226: while there is no admin, the engine's pages let anybody make one. */
    @Test
    void nobodyMakesTheFirstAdminWhileThereIsNone() {
        var anna = Browser.signedIn(port, "anna");
        anna.get("/camunda/app/tasklist/default/");
        var token = new String[] {"X-XSRF-TOKEN", anna.cookie("XSRF-TOKEN").orElseThrow()};
        var admin = Browser.signedIn(port, "admin");
        admin.get("/camunda/app/admin/default/");
        var adminsToken =
                new String[] {"X-XSRF-TOKEN", admin.cookie("XSRF-TOKEN").orElseThrow()};
        identity.deleteMembership("admin", Staff.ADMINS);
        try {
            var mallory = "{\"profile\":{\"id\":\"mallory\"},\"credentials\":{\"password\":\"mallory-mallory\"}}";
            var path = "/camunda/api/admin/setup/default/user/create";

            // The session still has the role, for some seconds.
            assertThat(admin.postJson(path, mallory, adminsToken).statusCode()).isIn(401, 403);
            assertThat(program.postJson(path, mallory).statusCode()).isEqualTo(401);
            assertThat(anna.postJson(path, mallory, token).statusCode()).isEqualTo(403);
            assertThat(identity.createUserQuery().userId("mallory").count()).isZero();
        } finally {
            identity.createMembership("admin", Staff.ADMINS);
        }
    }

    @Test
    void whoLosesARoleLosesItsPagesWithinSeconds() throws Exception {
        var admin = new String[] {"Authorization", Browser.basic("admin", "tandem")};
        program.postJson(
                "/engine-rest/user/create",
                "{\"profile\":{\"id\":\"guest\"},\"credentials\":{\"password\":\"tandem\"}}",
                admin);
        program.send(program.request("/engine-rest/group/agents/members/guest", admin)
                .PUT(BodyPublishers.noBody()));
        var guest = Browser.signedIn(port, "guest");
        assertThat(guest.get("/api/desk/me").statusCode()).isEqualTo(200);

        program.send(program.request("/engine-rest/group/agents/members/guest", admin)
                .DELETE());

        Thread.sleep(StillOnStaff.BELIEVED.plusMillis(500).toMillis());
        assertThat(guest.get("/api/desk/me").statusCode()).isEqualTo(401);
        program.send(program.request("/engine-rest/user/guest", admin).DELETE());
    }

    @Test
    void whoWasDeletedIsOutAtTheNextRequest() {
        // Their session outlives them, the engine's knowledge of them does not.
        var authorization = new String[] {"Authorization", Browser.basic("admin", "tandem")};
        program.postJson(
                "/engine-rest/user/create",
                "{\"profile\":{\"id\":\"temp\"},\"credentials\":{\"password\":\"tandem\"}}",
                authorization);
        var temp = Browser.signedIn(port, "temp");
        program.send(program.request("/engine-rest/user/temp", authorization).DELETE());

        assertThat(temp.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }
}
