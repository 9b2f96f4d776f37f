package io.tandem.bot.classifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What is to be learnt, all of it or a part: texts with their topics' numbers. */
final class Examples {

    private static final int ENOUGH_EXAMPLES = 30;
    private static final int SEVERAL = -1;

    private final Terms terms;
    private final Vocabulary spelling;
    private final Vocabulary meaning;
    private final List<Lesson> lessons;
    private final List<Text> texts;
    private final int[] topicOf;
    private final Map<String, Integer> topicOfWords = new HashMap<>();

    private Examples(
            Terms terms,
            Vocabulary spelling,
            Vocabulary meaning,
            List<Lesson> lessons,
            List<Text> texts,
            int[] topicOf) {
        this.terms = terms;
        this.spelling = spelling;
        this.meaning = meaning;
        this.lessons = lessons;
        this.texts = texts;
        this.topicOf = topicOf;
    }

    static Examples of(Terms terms, List<Lesson> lessons) {
        var spelling = new Vocabulary(View.SPELLING, terms);
        var meaning = new Vocabulary(View.MEANING, terms);
        var said = lessons.stream().map(Examples::said).toList();
        var words = said.stream().flatMap(List::stream).toList();
        var spelt = spelling.learn(words);
        var meant = meaning.learn(words);
        var texts = IntStream.range(0, words.size())
                .mapToObj(i -> new Text(words.get(i), spelt.get(i), meant.get(i)))
                .toList();
        var topicOf = IntStream.range(0, said.size())
                .flatMap(topic -> said.get(topic).stream().mapToInt(any -> topic))
                .toArray();
        var examples = new Examples(terms, spelling, meaning, lessons, texts, topicOf);
        examples.remember();
        return examples;
    }

    private void remember() {
        for (int i = 0; i < topicOf.length; i++) {
            var said = String.join(" ", terms.words(texts.get(i).words()));
            topicOfWords.merge(said, topicOf[i], (one, other) -> one.equals(other) ? one : SEVERAL);
        }
    }

    /** Where examples are few, a title is one more. */
    private static List<String> said(Lesson lesson) {
        if (lesson.examples().size() >= ENOUGH_EXAMPLES) return lesson.examples();
        var said = new ArrayList<>(lesson.titles());
        said.addAll(lesson.examples());
        return said;
    }

    /** Only the examples that are taken; the topics keep their numbers, and those without examples their place. */
    Examples only(IntPredicate taken) {
        var some = new ArrayList<Text>();
        var topics = new ArrayList<Integer>();
        var taught = new ArrayList<List<String>>();
        lessons.forEach(lesson -> taught.add(new ArrayList<>()));
        for (int i = 0; i < texts.size(); i++) {
            if (!taken.test(i)) continue;
            some.add(texts.get(i));
            topics.add(topicOf[i]);
            taught.get(topicOf[i]).add(texts.get(i).words());
        }
        var less = new ArrayList<Lesson>();
        for (int topic = 0; topic < lessons.size(); topic++) {
            var lesson = lessons.get(topic);
            var passages = taught.get(topic).isEmpty() ? List.<String>of() : lesson.passages();
            less.add(new Lesson(lesson.topic(), List.of(), taught.get(topic), passages));
        }
        return new Examples(
                terms,
                spelling,
                meaning,
                less,
                some,
                topics.stream().mapToInt(Integer::intValue).toArray());
    }

    Text read(String words) {
        return new Text(words, spelling.read(words), meaning.read(words));
    }

    List<Vocabulary.Reading> readings(Function<Text, Vocabulary.Reading> view) {
        return texts.stream().map(view).toList();
    }

    int size() {
        return texts.size();
    }

    /** The topic that has just these words among its examples, if only one has. */
    Optional<String> topicWhereItStands(String words) {
        var said = String.join(" ", terms.words(words));
        return Optional.ofNullable(topicOfWords.get(said))
                .filter(topic -> topic >= 0)
                .map(this::topic);
    }

    String topic(int number) {
        return lessons.get(number).topic();
    }

    int topics() {
        return lessons.size();
    }

    Terms terms() {
        return terms;
    }

    Vocabulary spelling() {
        return spelling;
    }

    Vocabulary meaning() {
        return meaning;
    }

    List<Lesson> lessons() {
        return lessons;
    }

    List<Text> texts() {
        return texts;
    }

    int[] topicOf() {
        return topicOf;
    }
}
