package io.tandem.process;

import java.util.List;

/** The people who work with Tandem and the groups that they are in. The engine keeps them; nobody else needs to know. */
public interface Staff {

    /** Groups that are roles. Any other group is a skill, like {@code payments}. */
    String AGENTS = "agents";

    String LEADS = "leads";
    String OWNERS = "owners";
    String ADMINS = "camunda-admin";

    /** Whom a ticket can be given to, by name: agents and leads. */
    List<Person> people();

    /** Which groups a ticket can be given to, by name: agents, leads and skills. */
    List<Group> groups();

    /** The ids of the groups that somebody is in; none if nobody has this log-in name. */
    List<String> groupsOf(String user);

    /** What customers and colleagues call this person; the log-in name if that is all there is. */
    String nameOf(String user);

    default boolean isAgent(String user) {
        return people().stream().anyMatch(person -> person.user().equals(user));
    }

    default boolean isGroup(String group) {
        return groups().stream().anyMatch(known -> known.id().equals(group));
    }

    record Person(String user, String name) {}

    record Group(String id, String name) {}
}
