package io.tandem.process.engine;

import io.tandem.process.Accounts;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link Accounts} in the engine's identity service, which also slows down whoever guesses passwords. */
@Component
class EngineAccounts implements Accounts {

    /** Marks an account of the demo, in the engine's notes about a user. */
    private static final String OF_DEMO = "tandem.demo";

    private final IdentityService identity;

    EngineAccounts(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public boolean accepts(String user, String password) {
        return identity.checkPassword(user, password);
    }

    @Override
    public List<Account> all() {
        return identity.createUserQuery().orderByUserId().asc().list().stream()
                .map(this::account)
                .toList();
    }

    private Account account(User user) {
        var name = Objects.requireNonNullElse(user.getFirstName(), user.getId());
        var ofDemo = identity.getUserInfo(user.getId(), OF_DEMO) != null;
        return new Account(user.getId(), name, groupsOf(user.getId()), ofDemo);
    }

    private Set<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    @Override
    @Transactional
    public void save(Account account, String password) {
        var known = identity.createUserQuery().userId(account.user()).singleResult();
        var user = known == null ? identity.newUser(account.user()) : known;
        user.setFirstName(account.name());
        // Tasklist shows "Anna null" otherwise.
        if (user.getLastName() == null) user.setLastName("");
        user.setPassword(password);
        identity.saveUser(user);
        identity.unlockUser(account.user());
        if (account.ofDemo()) {
            identity.setUserInfo(account.user(), OF_DEMO, "true");
        } else {
            identity.deleteUserInfo(account.user(), OF_DEMO);
        }
        saveGroups(account);
    }

    private void saveGroups(Account account) {
        var before = groupsOf(account.user());
        before.stream()
                .filter(group -> !account.groups().contains(group))
                .forEach(group -> identity.deleteMembership(account.user(), group));
        for (var group : account.groups()) {
            if (before.contains(group)) continue;
            if (identity.createGroupQuery().groupId(group).count() == 0) identity.saveGroup(identity.newGroup(group));
            identity.createMembership(account.user(), group);
        }
    }
}
