package io.tandem.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.process.Accounts;
import io.tandem.process.Staff;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

/** Who can sign in after the first start, and that nobody can with a password that everybody knows. */
class FirstAccountsTest {

    private final Remembered accounts = new Remembered();

    @Test
    void theDemoHasEverybodyWithTheKnownPassword() {
        startDemo("tandem");

        assertThat(accounts.all())
                .extracting(Accounts.Account::user)
                .containsExactly("admin", "anna", "ben", "lea", "otto");
        assertThat(accounts.accepts("anna", "tandem")).isTrue();
    }

    @Test
    void theDemosPasswordCanBeChangedAtAnyStart() {
        startDemo("tandem");

        startDemo("another");

        assertThat(accounts.accepts("anna", "another")).isTrue();
        assertThat(accounts.accepts("anna", "tandem")).isFalse();
    }

    @Test
    void theProductHasAnAdminWithTheChosenPasswordAndNobodyElse() {
        startProduct("chosen-by-the-operator");

        assertThat(accounts.all()).extracting(Accounts.Account::user).containsExactly("admin");
        assertThat(accounts.accepts("admin", "chosen-by-the-operator")).isTrue();
    }

    @Test
    void withoutAChosenPasswordOneIsMadeUp() {
        startProduct("");

        var made = accounts.passwords.get("admin");
        assertThat(made).hasSize(27).matches("[a-z2-9-]+");
        startProduct("");
        assertThat(accounts.passwords).containsEntry("admin", made);
    }

    @Test
    void theProductLocksWhatTheDemoLeft() {
        startDemo("tandem");

        startProduct("chosen-by-the-operator");

        assertThat(accounts.passwords.values()).doesNotContain("tandem").doesNotHaveDuplicates();
        assertThat(accounts.accepts("admin", "chosen-by-the-operator")).isTrue();
        assertThat(accounts.all()).noneMatch(Accounts.Account::ofDemo);
    }

    @Test
    void theDemoMakesNoLogInsInADatabaseWithPeopleOfItsOwn() {
        startProduct("chosen-by-the-operator");
        accounts.save(new Accounts.Account("eva", "Eva", Set.of(Staff.AGENTS), false), "hers");

        startDemo("tandem");

        assertThat(accounts.passwords).doesNotContainValue("tandem").containsEntry("eva", "hers");
    }

    private void startDemo(String password) {
        start(true, "", password);
    }

    private void startProduct(String adminPassword) {
        start(false, adminPassword, "tandem");
    }

    private void start(boolean demo, String adminPassword, String demoPassword) {
        var limits = new AccessSettings.Limits(1, 1, DataSize.ofMegabytes(1), DataSize.ofMegabytes(10));
        var settings = new AccessSettings(demo, null, new AccessSettings.Admin(adminPassword), limits);
        new FirstAccounts(accounts, settings, new DemoSettings(demoPassword), new Greeting(new MockEnvironment()))
                .afterSingletonsInstantiated();
    }

    private static final class Remembered implements Accounts {

        private final Map<String, Account> accounts = new TreeMap<>();
        private final Map<String, String> passwords = new HashMap<>();

        @Override
        public boolean accepts(String user, String password) {
            return password.equals(passwords.get(user));
        }

        @Override
        public List<Account> all() {
            return List.copyOf(accounts.values());
        }

        @Override
        public void save(Account account, String password) {
            accounts.put(account.user(), account);
            passwords.put(account.user(), password);
        }
    }
}
