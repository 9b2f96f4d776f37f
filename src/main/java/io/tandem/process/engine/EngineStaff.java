package io.tandem.process.engine;

import io.tandem.content.Languages;
import io.tandem.process.Queue;
import io.tandem.process.Staff;
import java.util.Collections;
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
    private final Languages languages;

    EngineStaff(IdentityService identity, Languages languages) {
        this.identity = identity;
        this.languages = languages;
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
                .filter(group -> takesTickets(group.getId()))
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

    private static boolean takesTickets(String group) {
        return !WITHOUT_TICKETS.contains(group) && !group.startsWith(LANGUAGE);
    }

    @Override
    public List<String> queuesOf(String user) {
        var groups = groupsOf(user);
        var spoken = languages.all().stream()
                .filter(language -> groups.contains(LANGUAGE + language)
                        || groups.stream().noneMatch(group -> group.startsWith(LANGUAGE)))
                .toList();
        var ofSkills = groups.stream()
                .filter(EngineStaff::takesTickets)
                .flatMap(skill -> Stream.concat(
                        Stream.of(Queue.of(skill)), spoken.stream().map(language -> Queue.of(skill, language))));
        return Stream.concat(Stream.of(Queue.ofOne(user)), ofSkills)
                .map(Queue::id)
                .toList();
    }

    @Override
    public boolean anybodyFits(String skill, String language) {
        if (!languages.speaks(language)) return false;
        var skilled = members(skill);
        if (skilled.isEmpty()) return false;
        if (!Collections.disjoint(skilled, members(LANGUAGE + language))) return true;
        identity.createGroupQuery().list().stream()
                .map(org.camunda.bpm.engine.identity.Group::getId)
                .filter(group -> group.startsWith(LANGUAGE))
                .forEach(group -> skilled.removeAll(members(group)));
        return !skilled.isEmpty();
    }

    private Set<String> members(String group) {
        return identity.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean hasMembers(String group) {
        return identity.createUserQuery().memberOfGroup(group).count() > 0;
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
