package io.tandem.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.Http;
import io.tandem.story.TandemRuns;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What an agent sets for themselves is theirs alone. */
@TandemRuns
class SeatTest {

    @Autowired
    private ApplicationContext tandem;

    @LocalServerPort
    private int port;

    private AgentAtDesk paula;

    @BeforeEach
    void paulaSitsDown() {
        new WaitingRoom(tandem).employs("paula", "agents", "lang-fr");
        paula = AgentAtDesk.signsIn(port, "paula");
    }

    @Test
    void anAgentSetsTheirOwnLimitAndGoesBackToTheUsualOne() {
        assertThat(paula.send("PUT", "/api/desk/me/limit", Map.of("limit", 2))
                        .body()
                        .path("limit")
                        .asInt())
                .isEqualTo(2);
        assertThat(seatOf(paula).path("ownLimit").asBoolean()).isTrue();

        paula.send("PUT", "/api/desk/me/limit", "{\"limit\": null}");

        assertThat(seatOf(paula).path("limit").asInt()).isEqualTo(5);
        assertThat(seatOf(paula).path("ownLimit").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"limit\": 0}", "{\"limit\": 100}", "{\"limit\": \"many\"}"})
    void anUnfitLimitIsRefusedWithAReason(String limit) {
        var refused = paula.send("PUT", "/api/desk/me/limit", limit);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("detail").asText()).isNotBlank();
    }

    @Test
    void whatIsNotedAboutAnAgentTheyCanReadThemselves() {
        var seat = seatOf(paula);

        assertThat(Instant.parse(seat.path("lastSeen").asText()))
                .isBetween(Instant.now().minusSeconds(120), Instant.now());
        assertThat(seat.path("away").asBoolean()).isFalse();
        assertThat(seat.path("open").asInt()).isZero();
    }

    @Test
    void aLeadSeesTheirOwnSeatAndNoOther() {
        paula.send("PUT", "/api/desk/me/limit", Map.of("limit", 3));
        paula.send("PUT", "/api/desk/me/away", Map.of("away", true));
        var lea = AgentAtDesk.signsIn(port, "lea");

        assertThat(seatOf(lea).path("limit").asInt()).isEqualTo(5);
        assertThat(seatOf(lea).path("away").asBoolean()).isFalse();
        for (var way : new String[] {"/api/desk/paula/seat", "/api/desk/seats", "/api/desk/me/seat?agent=paula"}) {
            assertThat(lea.send("GET", way, null).raw().body()).doesNotContain("\"limit\":3", "\"away\":true");
        }
    }

    @Test
    void whoIsAwaySaysYesOrNoAndNothingElse() {
        for (var nonsense : new Object[] {1, 0, "true", "", 1.5, List.of(true)}) {
            assertThat(paula.send("PUT", "/api/desk/me/away", Map.of("away", nonsense))
                            .status())
                    .as("%s", nonsense)
                    .isEqualTo(400);
        }
        assertThat(seatOf(paula).path("away").asBoolean()).isFalse();
    }

    @Test
    void whereNothingWaitsTheAgentHearsAFriendlySentenceAndIsNotAwayAnyMore() {
        paula.send("PUT", "/api/desk/me/away", Map.of("away", true));

        var answer = paula.send("POST", "/api/desk/next", null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("outcome").asText()).isEqualTo("NONE");
        assertThat(answer.body().path("sentence").asText()).isNotBlank().doesNotContain("desk.next");
        assertThat(seatOf(paula).path("away").asBoolean()).isFalse();
    }

    @Test
    void nobodyAsksWithoutSigningInOrFromAForgedPage() {
        assertThat(new Http(port).send("POST", "/api/desk/next", null).status()).isIn(401, 403);
        assertThat(paula.sendForged("POST", "/api/desk/next").status()).isEqualTo(403);
    }

    private static JsonNode seatOf(AgentAtDesk agent) {
        return agent.send("GET", "/api/desk/me/seat", null).body();
    }
}
