package io.tandem.process;

import java.util.List;
import java.util.stream.Stream;

/** The people who work with Tandem and the groups that they are in. The engine keeps them; nobody else needs to know. */
public interface Staff {

    /** Groups that are roles. Any other group is a skill, like {@code payments}, or a language. */
    String AGENTS = "agents";

    String LEADS = "leads";
    String OWNERS = "owners";
    String ADMINS = "camunda-admin";

    /** Begins the id of the group of those who speak a language: {@code lang-de}. Who is in none speaks all of them. */
    String LANGUAGE = "lang-";

    /** Groups whose members reach the desk. A skill or a language alone is no place at it. */
    List<String> AT_DESK = List.of(AGENTS, LEADS, ADMINS);

    /** Whom a ticket can be given to, by name: agents and leads. */
    List<Person> people();

    /** Which groups a ticket can be given to, by name: agents, leads and skills. */
    List<Group> groups();

    /** The ids of the groups that somebody is in; none if nobody has this log-in name. */
    List<String> groupsOf(String user);

    /** The ids of the {@link Queue}s whose tickets somebody may take, their own first. */
    List<String> queuesOf(String user);

    /** Whether there is somebody who has the skill and speaks the language. */
    boolean anybodyFits(String skill, String language);

    boolean hasMembers(String group);

    /** What the engine is told about somebody who signs in. */
    default List<String> groupsAndQueuesOf(String user) {
        return Stream.concat(groupsOf(user).stream(), queuesOf(user).stream())
                .distinct()
                .toList();
    }

    /** What customers and colleagues call this person; the log-in name if that is all there is. */
    String nameOf(String user);

    default boolean isAgent(String user) {
        return people().stream().anyMatch(person -> person.user().equals(user));
    }

    /** Whether somebody can have a ticket at all; who has left cannot, with an account or without. */
    default boolean reachesDesk(String user) {
        return groupsOf(user).stream().anyMatch(AT_DESK::contains);
    }

    default boolean isGroup(String group) {
        return groups().stream().anyMatch(known -> known.id().equals(group));
    }

    record Person(String user, String name) {}

    record Group(String id, String name) {}
}
