package io.tandem.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.content.Languages;
import io.tandem.process.Accounts.Account;
import io.tandem.process.Staff;
import io.tandem.process.Staff.Person;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People and groups are the engine's. */
class EngineAccountsTest {

    private static final Languages LANGUAGES = new Languages(List.of("de", "en"));

    private static PlainEngine plain;

    private EngineAccounts accounts;
    private EngineStaff staff;

    @BeforeAll
    static void start() {
        plain = PlainEngine.guarded();
        var roles = new Roles(LANGUAGES);
        roles.preInit((ProcessEngineConfigurationImpl) plain.engine.getProcessEngineConfiguration());
        roles.postProcessEngineBuild(plain.engine);
    }

    @AfterAll
    static void stop() {
        plain.close();
    }

    @BeforeEach
    void make() {
        accounts = new EngineAccounts(plain.engine.getIdentityService());
        staff = new EngineStaff(plain.engine.getIdentityService(), LANGUAGES);
        accounts.save(new Account("anna", "Anna", Set.of(Staff.AGENTS, "payments"), true), "first");
        accounts.save(new Account("otto", "Otto", Set.of(Staff.OWNERS), false), "first");
    }

    @Test
    void whoIsSavedCanSignInAndIsKnown() {
        assertThat(accounts.accepts("anna", "first")).isTrue();
        assertThat(accounts.accepts("otto", "second")).isFalse();
        assertThat(accounts.all()).contains(new Account("anna", "Anna", Set.of(Staff.AGENTS, "payments"), true));
        assertThat(staff.groupsOf("anna")).containsExactly("agents", "payments");
        assertThat(staff.nameOf("anna")).isEqualTo("Anna");
        assertThat(staff.nameOf("who")).isEqualTo("who");
    }

    @Test
    void whoIsSavedAgainHasTheNewPasswordAndTheNewGroups() {
        accounts.save(new Account("anna", "Anna B.", Set.of(Staff.LEADS, "returns"), false), "second");

        assertThat(accounts.accepts("anna", "second")).isTrue();
        assertThat(accounts.all()).contains(new Account("anna", "Anna B.", Set.of(Staff.LEADS, "returns"), false));
    }

    @Test
    void ticketsGoToPeopleAndGroupsThatHelpCustomers() {
        assertThat(staff.people()).containsExactly(new Person("anna", "Anna"));
        assertThat(staff.groups())
                .extracting(Staff.Group::id)
                .contains("agents", "leads", "payments")
                .doesNotContain("owners", "camunda-admin");
        assertThat(staff.isAgent("anna")).isTrue();
        assertThat(staff.isAgent("otto")).isFalse();
    }

    @Test
    void whoIsInNoLanguageGroupSpeaksAllOfThem() {
        assertThat(staff.queuesOf("anna"))
                .containsExactly("@anna", "agents", "agents.de", "agents.en", "payments", "payments.de", "payments.en");
        assertThat(staff.anybodyFits("payments", "de")).isTrue();
        assertThat(staff.anybodyFits("payments", "fr")).isFalse();
    }

    @Test
    void aLanguageGroupNarrowsTheTicketsAndIsNoSkill() {
        accounts.save(new Account("anna", "Anna", Set.of("payments", "lang-en"), true), "first");

        assertThat(staff.queuesOf("anna")).containsExactly("@anna", "payments", "payments.en");
        assertThat(staff.groups()).extracting(Staff.Group::id).doesNotContain("lang-de", "lang-en");
        assertThat(staff.anybodyFits("payments", "en")).isTrue();
        assertThat(staff.anybodyFits("payments", "de")).isFalse();
    }

    @Test
    void oneWhoSpeaksTheLanguageIsEnoughForASkill() {
        accounts.save(new Account("anna", "Anna", Set.of("payments", "lang-en"), true), "first");
        accounts.save(new Account("gerd", "Gerd", Set.of("payments", "lang-de"), true), "first");

        assertThat(staff.anybodyFits("payments", "de")).isTrue();
        assertThat(staff.anybodyFits("returns", "de")).isFalse();
        plain.engine.getIdentityService().deleteUser("gerd");
    }

    @Test
    void rolesCanBeSetUpAgain() {
        var before = plain.engine
                .getAuthorizationService()
                .createAuthorizationQuery()
                .count();

        new Roles(LANGUAGES).postProcessEngineBuild(plain.engine);

        assertThat(plain.engine
                        .getAuthorizationService()
                        .createAuthorizationQuery()
                        .count())
                .isEqualTo(before);
    }

    @Test
    void nobodyIsLockedOutForGoodByWhoeverGuesses() {
        for (int i = 0; i < 15; i++) accounts.accepts("anna", "guess " + i);

        assertThat(accounts.accepts("anna", "first")).isFalse();
        ClockUtil.offset(61_000L);
        try {
            assertThat(accounts.accepts("anna", "first")).isTrue();
        } finally {
            ClockUtil.reset();
        }
    }
}
