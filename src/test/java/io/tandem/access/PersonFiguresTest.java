package io.tandem.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.tandem.process.Staff;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.TandemRuns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The fourth promise over HTTP: Ben works on tickets, and his lead, a process owner and a colleague try every way to find
 * out how much. {@link #everyWayWouldTellIfItWereOpen} proves that each of them would have worked.
 */
@TandemRuns
@TestInstance(Lifecycle.PER_CLASS)
class PersonFiguresTest {

    private static final Pattern LOGGED =
            Pattern.compile("\\blog\\.(?:trace|debug|info|warn|error)\\((?:\"(?:[^\"\\\\]|\\\\.)*\"|[^;\"])*;");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENGINE_OF_PAGES = "/camunda/api/engine/engine/default";

    /** Who tries: the lead, the owner, and an agent. */
    private static final List<String> CURIOUS = List.of("lea", "otto", "anna");

    /**
     * A request. It tells something if its answer holds Ben's name or, where it {@code asks} for what is Ben's, anything.
     *
     * @param body null for GET; {@code %filter}, {@code %task} and {@code %process} stand for ids of the story
     */
    private record Way(String name, String path, @Nullable String body, boolean asks) {

        static Way asks(String path) {
            return new Way(path, path, null, true);
        }

        static Way asks(String path, String body) {
            return new Way(path + " " + body, path, body, true);
        }

        static Way lists(String path) {
            return new Way(path, path, null, false);
        }

        static Way lists(String path, String body) {
            return new Way(path + " " + body, path, body, false);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Both APIs of the engine have them: the one for programs and the one behind its pages. */
    private static final List<Way> OF_ENGINE = List.of(
            Way.asks("/task?assignee=ben"),
            Way.asks("/task/count?assignee=ben"),
            Way.asks("/task?assigneeLike=be%25"),
            Way.asks("/task/count?assigneeLike=%25en"),
            Way.asks("/task?assigneeIn=ben,nobody"),
            Way.asks("/task/count?assigneeIn=ben"),
            Way.asks("/task?assigneeNotIn=anna,lea,otto"),
            Way.asks("/task/count?assigneeNotIn=anna"),
            Way.asks("/task?involvedUser=ben"),
            Way.asks("/task/count?candidateUser=ben&includeAssignedTasks=true"),
            Way.asks("/task/count", "{\"assignee\":\"ben\"}"),
            Way.asks("/task", "{\"orQueries\":[{\"assignee\":\"ben\",\"assigneeIn\":[\"ben\"]}]}"),
            Way.asks("/task/count", "{\"orQueries\":[{\"name\":\"x\",\"assigneeLike\":\"ben%\"}]}"),
            Way.asks("/task/count?processVariables=agent_eq_ben"),
            Way.asks("/task", "{\"processVariables\":[{\"name\":\"agent\",\"operator\":\"like\",\"value\":\"be%\"}]}"),
            Way.lists("/task?maxResults=1000"),
            Way.lists("/task?assigned=true&maxResults=1000"),
            Way.lists("/task?candidateGroup=agents&includeAssignedTasks=true"),
            Way.lists("/task?sortBy=assignee&sortOrder=desc&maxResults=1000"),
            Way.lists("/task", "{\"sorting\":[{\"sortBy\":\"assignee\",\"sortOrder\":\"asc\"}],\"assigned\":true}"),
            Way.lists("/task", "{\"taskIdIn\":[\"%task\",\"another\"]}"),
            Way.asks("/filter/%filter/list"),
            Way.asks("/filter/%filter/count"),
            Way.asks("/filter/%all/list", "{\"assignee\":\"ben\"}"),
            Way.asks("/filter/%all/count", "{\"assigneeLike\":\"ben\"}"),
            Way.asks("/filter/%all/list", "{\"orQueries\":[{\"assignee\":\"ben\"}]}"),
            Way.lists("/filter/%all/list"),
            Way.asks("/process-instance?variables=agent_eq_ben"),
            Way.asks(
                    "/process-instance/count",
                    "{\"variables\":[{\"name\":\"agent\",\"operator\":\"eq\",\"value\":\"ben\"}]}"),
            Way.asks("/execution/count?processVariables=agent_eq_ben"),
            Way.asks("/variable-instance?variableValues=agent_eq_ben"),
            Way.lists("/variable-instance?variableName=agent"),
            Way.lists("/process-instance/%process/variables"),
            Way.lists("/process-instance/%process/comment"),
            Way.lists("/task/%task/comment"),
            Way.asks("/history/task?taskAssignee=ben"),
            Way.asks("/history/task/count?taskAssigneeLike=be%25"),
            Way.lists("/history/task?maxResults=1000"),
            Way.asks("/history/activity-instance/count?taskAssignee=ben"),
            Way.lists("/history/activity-instance?activityType=userTask"),
            Way.asks("/history/process-instance?startedBy=ben"),
            Way.asks("/history/user-operation?userId=ben"),
            Way.asks("/history/user-operation/count?userId=ben"),
            Way.asks("/history/identity-link-log?userId=ben"),
            Way.lists("/history/identity-link-log"),
            Way.asks("/authorization?userIdIn=ben"),
            Way.asks("/authorization/count?userIdIn=ben"));

    /** What one of both has, or another part of the program. */
    private static final List<Way> OF_OTHERS = List.of(
            Way.lists(
                    "/engine-rest/optimize/task-instance/completed?startedAfter=2020-01-01T00:00:00.000%2B0000&maxResults=100"),
            Way.lists(
                    "/engine-rest/optimize/identity-link-log?occurredAfter=2020-01-01T00:00:00.000%2B0000&maxResults=100"),
            Way.asks(
                    "/camunda/api/cockpit/plugin/base/default/process-instance/count",
                    "{\"variables\":[{\"name\":\"agent\",\"operator\":\"eq\",\"value\":\"ben\"}]}"));

    @LocalServerPort
    private int port;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private MeterRegistry meters;

    private final Map<String, Browser> signedIn = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private String task;
    private String process;

    @BeforeAll
    void benWorks() {
        var ben = AgentAtDesk.signsIn(port, "ben");
        task = queued(ben);
        ben.claimsInTasklist(task, "ben");
        replies(ben, "Here you are", "resolve");
        replies(ben, "Which one?", "wait");
        // One that waits for too long is brought to the leads.
        tasks.addCandidateGroup(task, Staff.LEADS);
        process = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        ids.put("%filter", filter("{\"assignee\":\"ben\"}"));
        ids.put("%all", filter("{}"));
        ids.put("%task", task);
        ids.put("%process", process);
    }

    private void replies(AgentAtDesk ben, String text, String action) {
        var task = queued(ben);
        await().until(() -> ben.replies(task, text, action).status() == 200);
    }

    private String queued(AgentAtDesk agent) {
        var karla = CustomerInChat.writes(port, "en", "Let me talk to a person please");
        return await().atMost(Duration.ofMinutes(2))
                .until(() -> agent.find(karla.ticket()), Optional::isPresent)
                .orElseThrow();
    }

    /** A list that an admin has made and shared with everybody. */
    private String filter(String query) {
        var id = json(post(
                        "admin",
                        "/engine-rest/filter/create",
                        "{\"resourceType\":\"Task\",\"name\":\"shared\",\"properties\":{},\"query\":" + query + "}"))
                .path("id")
                .asText();
        for (var group : List.of(Staff.AGENTS, Staff.LEADS, Staff.OWNERS)) {
            post(
                    "admin",
                    "/engine-rest/authorization/create",
                    "{\"type\":1,\"permissions\":[\"READ\"],\"groupId\":\"%s\",\"resourceType\":5,\"resourceId\":\"%s\"}"
                            .formatted(group, id));
        }
        return id;
    }

    @AfterAll
    void clean() {
        for (var filter : List.of("%filter", "%all")) {
            var browser = new Browser(port);
            browser.send(browser.request(
                            "/engine-rest/filter/" + ids.get(filter), "Authorization", Browser.basic("admin", "tandem"))
                    .DELETE());
        }
    }

    static Stream<Way> ways() {
        return Stream.concat(
                OF_ENGINE.stream()
                        .flatMap(way -> Stream.of("/engine-rest", ENGINE_OF_PAGES)
                                .map(api -> new Way(api + way.name(), api + way.path(), way.body(), way.asks()))),
                OF_OTHERS.stream());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void noWayTellsWhatAPersonDoes(Way way) {
        for (var reader : CURIOUS) {
            var answer = goes(way, reader);

            assertThat(tells(way, answer))
                    .as("%s: %s %s", reader, answer.statusCode(), answer.body())
                    .isFalse();
            assertThat(answer.statusCode()).as(reader).isLessThan(500);
        }
    }

    /** If a way told nothing to somebody without borders, the test above would prove nothing. */
    @Test
    void everyWayWouldTellIfItWereOpen() {
        var silent = new ArrayList<String>();
        try (var planted = new Traces()) {
            ways().forEach(way -> {
                var answer = goes(way, "admin");
                if (!tells(way, answer)) silent.add(way + ": " + answer.statusCode() + " " + answer.body());
            });
        }
        assertThat(silent).isEmpty();
    }

    /** What the engine would have written down by itself, put there by hand. */
    private final class Traces implements AutoCloseable {

        Traces() {
            runtime.setVariable(process, "agent", "ben");
            sql("update act_hi_taskinst set assignee_ = 'ben' where id_ = ?", task);
            sql("update act_hi_actinst set assignee_ = 'ben' where task_id_ = ?", task);
            sql("update act_hi_procinst set start_user_id_ = 'ben' where id_ = ?", process);
            sql(
                    "insert into act_hi_identitylink (id_, timestamp_, type_, user_id_, task_id_, operation_type_)"
                            + " values ('trace', localtimestamp, 'assignee', 'ben', ?, 'add')",
                    task);
            sql(
                    "insert into act_hi_op_log (id_, timestamp_, user_id_, task_id_, operation_type_, entity_type_)"
                            + " values ('trace', localtimestamp, 'ben', ?, 'Claim', 'Task')",
                    task);
            sql(
                    "insert into act_hi_comment (id_, type_, time_, user_id_, task_id_, proc_inst_id_, message_, full_msg_)"
                            + " values ('trace', 'comment', localtimestamp, 'ben', '" + task + "', ?, 'x', null)",
                    process);
            sql("update act_hi_taskinst set end_time_ = localtimestamp where id_ = ?", task);
            // A ticket waits in a queue of skill and language; programs can add a group or a user as well.
            sql(
                    "insert into act_ru_identitylink (id_, rev_, type_, group_id_, task_id_)"
                            + " values ('trace group', 1, 'candidate', 'agents', ?)",
                    task);
            sql(
                    "insert into act_ru_identitylink (id_, rev_, type_, user_id_, task_id_)"
                            + " values ('trace user', 1, 'candidate', 'ben', ?)",
                    task);
        }

        @Override
        public void close() {
            runtime.setVariable(process, "agent", null);
            sql("update act_hi_taskinst set assignee_ = null, end_time_ = null where id_ = ?", task);
            sql("update act_hi_actinst set assignee_ = null where task_id_ = ?", task);
            sql("update act_hi_procinst set start_user_id_ = null where id_ = ?", process);
            for (var table : List.of("act_hi_identitylink", "act_hi_op_log", "act_hi_comment")) {
                sql("delete from " + table + " where id_ = ?", "trace");
            }
            sql("delete from act_ru_identitylink where id_ like ?", "trace %");
        }

        private void sql(String statement, String id) {
            sql.sql(statement).param(id).update();
        }
    }

    /** Even an admin finds no name in the history, and nobody writes one into it. */
    @Test
    void theHistoryNamesNobody() {
        for (var table : List.of("act_hi_taskinst", "act_hi_actinst")) {
            assertThat(sql.sql("select count(*) from " + table + " where assignee_ is not null")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        var comment = post("ben", "/engine-rest/task/" + task + "/comment/create", "{\"message\":\"mine\"}");
        assertThat(comment.statusCode()).isEqualTo(400);
    }

    /** A report counts every group, also a group of one. */
    @Test
    void reportsOfTheEngineAreClosed() {
        for (var api : List.of("/engine-rest", ENGINE_OF_PAGES)) {
            var report = Way.lists(api + "/task/report/candidate-group-count");
            assertThat(goes(report, "admin").statusCode()).isEqualTo(200);
            for (var reader : CURIOUS) {
                assertThat(goes(report, reader).statusCode()).as(reader).isEqualTo(403);
                assertThat(goes(Way.lists(api + "/history/task/report?reportType=count&groupBy=taskName"), reader)
                                .statusCode())
                        .as(reader)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void benSeesWhatIsHis() {
        for (var path : List.of("/task?assignee=ben", "/task?maxResults=1000", "/task?involvedUser=ben")) {
            assertThat(goes(Way.lists("/engine-rest" + path), "ben").body()).contains(task);
        }
        assertThat(json(goes(Way.lists("/engine-rest/task/count?assigneeIn=ben"), "ben"))
                        .path("count")
                        .asInt())
                .isPositive();
    }

    /** Who has the ticket that lies open before somebody, they may see. */
    @ParameterizedTest
    @CsvSource({"lea", "anna"})
    void whoeverOpensATicketSeesWhoHasIt(String colleague) {
        for (var api : List.of("/engine-rest", ENGINE_OF_PAGES)) {
            assertThat(goes(Way.lists(api + "/task/" + task), colleague).body()).contains("\"assignee\":\"ben\"");
            assertThat(goes(Way.lists(api + "/task?processInstanceId=" + process), colleague)
                            .body())
                    .contains("\"assignee\":\"ben\"");
        }
        var number =
                tasks.createTaskQuery().taskId(task).singleResult().getName().replaceFirst(" .*", " %");
        var found = goes(
                Way.lists("/engine-rest/task?nameLike=" + URLEncoder.encode(number, StandardCharsets.UTF_8)),
                colleague);
        assertThat(json(found)).hasSize(1);
        assertThat(found.body()).contains("\"assignee\":\"ben\"");
    }

    @Test
    void aLeadSeesWhatWasBroughtToThemWithoutAName() {
        var brought = json(goes(Way.lists("/engine-rest/task?assigned=true&maxResults=1000"), "lea"));

        // What colleagues ask her is her own.
        assertThat(brought)
                .filteredOn(one -> !one.path("assignee").asText().equals("lea"))
                .isNotEmpty()
                .allSatisfy(one -> {
                    assertThat(one.path("id").asText()).isNotEmpty();
                    assertThat(one.path("name").asText()).startsWith("#");
                    assertThat(one.path("assignee").isNull()).isTrue();
                });
        assertThat(brought).extracting(one -> one.path("id").asText()).contains(task);
        assertThat(goes(Way.lists("/engine-rest/task?assigned=true&maxResults=1000"), "anna")
                        .body())
                .doesNotContain(task);
    }

    @Test
    void aListInTheFormOfThePagesWorksAsBefore() {
        var list = browser("lea")
                .get(
                        ENGINE_OF_PAGES + "/filter/" + ids.get("%all") + "/list?maxResults=1000",
                        "Accept",
                        "application/hal+json");

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains(task).doesNotContain("\"ben\"");
    }

    /** A look at figures or at one's own work takes nobody else's name. */
    @Test
    void ourOwnPagesTakeNoPerson() {
        for (var path : List.of("/api/insight/months?agent=ben", "/desk/figures?agent=ben&user=ben&group=ben")) {
            for (var reader : List.of("lea", "otto")) {
                assertThat(browser(reader).get(path).body()).doesNotContainIgnoringCase("\"ben\"", ">ben<");
            }
        }
        for (var path : List.of("/desk/my-work?user=ben", "/api/desk/my-work?agent=ben")) {
            assertThat(browser("anna").get(path).body()).doesNotContainIgnoringCase("ben.", "\"ben\"", " ben ");
            assertThat(browser("otto").get(path).statusCode()).isEqualTo(403);
            assertThat(browser("admin").get(path).statusCode()).isEqualTo(403);
        }
        for (var path : List.of("/desk/figures", "/api/insight/months", "/api/insight/months/2026-01")) {
            assertThat(browser("anna").get(path).statusCode()).isEqualTo(403);
            assertThat(browser("admin").get(path).statusCode()).isEqualTo(403);
        }
    }

    /** Variables can be searched by whoever may read processes: no story leaves a name in one. */
    @Test
    void noProcessVariableNamesAPerson() {
        await().untilAsserted(() -> assertThat(sql.sql("select distinct name_ || '=' || text_ from act_ru_variable"
                                + " where text_ in (select id_ from act_id_user)")
                        .query(String.class)
                        .list())
                .isEmpty());
    }

    /** What operators watch may count requests, not people. */
    @Test
    void noMeterIsKeptByPerson() {
        assertThat(meters.getMeters())
                .isNotEmpty()
                .allSatisfy(meter -> assertThat(meter.getId().getTags())
                        .extracting(Tag::getValue)
                        .noneMatch(value -> value.matches("(?i).*\\b(ben|anna|lea|otto)\\b.*")));
    }

    /** Lines about what a person did would add up to when and how fast they do it. */
    @Test
    void noLineOfTheLogNamesAPerson() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var lines = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> LOGGED.matcher(read(file)).results())
                    .map(MatchResult::group)
                    .toList();
            assertThat(lines)
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.replaceAll("\"[^\"]*\"", ""))
                            .doesNotContainPattern("(?i)agent|user|assignee|principal|person"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> goes(Way way, String reader) {
        var path = filled(way.path());
        return way.body() == null ? get(reader, path) : post(reader, path, filled(way.body()));
    }

    private String filled(String text) {
        for (var id : ids.entrySet()) text = text.replace(id.getKey(), id.getValue());
        return text;
    }

    private static boolean tells(Way way, HttpResponse<String> answer) {
        if (answer.statusCode() != 200) return false;
        if (answer.body().contains("\"ben\"")) return true;
        var body = json(answer);
        return way.asks()
                && (body.isArray() ? !body.isEmpty() : body.path("count").asInt() > 0);
    }

    private HttpResponse<String> get(String reader, String path) {
        return path.startsWith("/engine-rest")
                ? new Browser(port).get(path, "Authorization", Browser.basic(reader, "tandem"))
                : browser(reader).get(path);
    }

    private HttpResponse<String> post(String reader, String path, String body) {
        if (path.startsWith("/engine-rest")) {
            return new Browser(port).postJson(path, body, "Authorization", Browser.basic(reader, "tandem"));
        }
        var token = browser(reader).cookie("XSRF-TOKEN").orElse("");
        return browser(reader).postJson(path, body, "X-XSRF-TOKEN", token);
    }

    private Browser browser(String reader) {
        return signedIn.computeIfAbsent(reader, user -> {
            var browser = Browser.signedIn(port, user);
            browser.get(ENGINE_OF_PAGES + "/task/count");
            return browser;
        });
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
