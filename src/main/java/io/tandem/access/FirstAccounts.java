package io.tandem.access;

import io.tandem.process.Accounts;
import io.tandem.process.Accounts.Account;
import io.tandem.process.Staff;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Makes sure before the first request that somebody can sign in and that nobody can with a password that everybody
 * knows: the demo's accounts are made in an empty database only, and locked when the product starts on it.
 */
@Component
final class FirstAccounts implements SmartInitializingSingleton {

    static final List<Account> OF_DEMO = List.of(
            new Account("anna", "Anna", Set.of(Staff.AGENTS, "payments"), true),
            new Account("ben", "Ben", Set.of(Staff.AGENTS), true),
            new Account("lea", "Lea", Set.of(Staff.LEADS), true),
            new Account("otto", "Otto", Set.of(Staff.OWNERS), true),
            new Account("admin", "Admin", Set.of(Staff.ADMINS), true));

    private static final Account ADMIN = new Account("admin", "Admin", Set.of(Staff.ADMINS), false);

    private final Accounts accounts;
    private final AccessSettings settings;
    private final DemoSettings demo;
    private final Greeting greeting;

    FirstAccounts(Accounts accounts, AccessSettings settings, DemoSettings demo, Greeting greeting) {
        this.accounts = accounts;
        this.settings = settings;
        this.demo = demo;
        this.greeting = greeting;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var known = accounts.all();
        if (!settings.demo()) {
            startProduct(known);
        } else if (known.stream().allMatch(Account::ofDemo)) {
            OF_DEMO.forEach(account -> accounts.save(account, demo.password()));
            greeting.tellDemoLogIns(OF_DEMO, demo.password());
        } else {
            greeting.tellThatDemoHasNoLogIns();
        }
    }

    private void startProduct(List<Account> known) {
        var ofDemo = known.stream().filter(Account::ofDemo).toList();
        ofDemo.forEach(account -> accounts.save(locked(account), Passwords.make()));
        if (!ofDemo.isEmpty()) greeting.tellThatDemoIsLocked(ofDemo);
        var hasAdmin = known.stream()
                .anyMatch(account -> !account.ofDemo() && account.groups().contains(Staff.ADMINS));
        if (!hasAdmin) makeAdmin(settings.admin().password());
    }

    private static Account locked(Account account) {
        return new Account(account.user(), account.name(), account.groups(), false);
    }

    private void makeAdmin(@Nullable String chosen) {
        if (chosen != null && !chosen.isBlank()) {
            accounts.save(ADMIN, chosen);
            greeting.tellAdmin(null);
        } else {
            var made = Passwords.make();
            accounts.save(ADMIN, made);
            greeting.tellAdmin(made);
        }
    }
}
