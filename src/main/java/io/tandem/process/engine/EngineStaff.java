package io.tandem.process.engine;

import io.tandem.process.Staff;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** {@link Staff} in the engine's identity service, so that Tasklist, Cockpit and our pages know the same people. */
@Component
final class EngineStaff implements Staff {

    private static final Set<String> WITHOUT_TICKETS = Set.of(OWNERS, ADMINS);

    private final IdentityService identity;

    EngineStaff(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public List<Person> people() {
        return Stream.of(AGENTS, LEADS)
                .flatMap(group -> identity.createUserQuery().memberOfGroup(group).list().stream())
                .map(user -> new Person(user.getId(), name(user)))
                .distinct()
                .sorted(Comparator.comparing(person -> person.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public List<Group> groups() {
        return identity.createGroupQuery().list().stream()
                .filter(group -> !WITHOUT_TICKETS.contains(group.getId()))
                .map(group -> new Group(group.getId(), group.getName() == null ? group.getId() : group.getName()))
                .sorted(Comparator.comparing(group -> group.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public List<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).orderByGroupId().asc().list().stream()
                .map(org.camunda.bpm.engine.identity.Group::getId)
                .toList();
    }

    @Override
    public String nameOf(String user) {
        var found = identity.createUserQuery().userId(user).singleResult();
        return found == null ? user : name(found);
    }

    private static String name(User user) {
        var name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? user.getId() : name;
    }
}
