package io.tandem.desk;

import io.tandem.process.Staff.Person;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is named in a note: an @ and the name or log-in of a colleague, as a word of its own. */
final class Mentions {

    private Mentions() {}

    /** The log-ins, in the order of the text. Of two names that both fit, the longer one is meant. */
    static Set<String> in(String note, List<Person> people) {
        var named = new LinkedHashSet<String>();
        for (var at = note.indexOf('@'); at >= 0; at = note.indexOf('@', at + 1)) {
            if (at == 0 || !isPartOfWord(note, at - 1)) named.addAll(namedAt(note, at + 1, people));
        }
        return named;
    }

    private static Set<String> namedAt(String note, int from, List<Person> people) {
        var longest = people.stream()
                .flatMap(Mentions::names)
                .filter(name -> standsAt(note, from, name))
                .mapToInt(String::length)
                .max();
        if (longest.isEmpty()) return Set.of();
        return people.stream()
                .filter(person -> names(person)
                        .anyMatch(name -> name.length() == longest.getAsInt() && standsAt(note, from, name)))
                .map(Person::user)
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(Person person) {
        return Stream.of(person.user(), person.name());
    }

    private static boolean standsAt(String note, int from, String name) {
        return note.regionMatches(true, from, name, 0, name.length()) && endsThere(note, from + name.length());
    }

    /** "@ben." ends a sentence; "@ben.example" is an address. */
    private static boolean endsThere(String note, int end) {
        if (end == note.length()) return true;
        if (isPartOfWord(note, end)) return false;
        var joins = ".-@".indexOf(note.charAt(end)) >= 0;
        return !joins || end + 1 == note.length() || !isPartOfWord(note, end + 1);
    }

    private static boolean isPartOfWord(String note, int place) {
        return Character.isLetterOrDigit(note.charAt(place)) || note.charAt(place) == '_';
    }
}
