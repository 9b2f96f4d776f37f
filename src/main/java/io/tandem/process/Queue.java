package io.tandem.process;

/**
 * Whom a waiting ticket is open to. The id stands at its task as candidate group, beside the groups that are roles or
 * skills; whoever signs in is told to the engine with the queues that they serve ({@link Staff#queuesOf}). So the engine,
 * which knows "one of these groups" only, finds those who are in a skill's group <em>and</em> speak the language.
 */
public record Queue(String id) {

    private static final String OF_ONE = "@";

    /** Those who have the skill and speak the language. The dot is in no group's own id. */
    public static Queue of(String skill, String language) {
        return new Queue(skill + "." + language);
    }

    /** Everybody in this group. */
    public static Queue of(String group) {
        return new Queue(group);
    }

    /** One person, who knows the customer. */
    public static Queue ofOne(String user) {
        return new Queue(OF_ONE + user);
    }

    public boolean isOfOne() {
        return id.startsWith(OF_ONE);
    }
}
