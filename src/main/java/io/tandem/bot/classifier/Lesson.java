package io.tandem.bot.classifier;

import java.util.List;

/**
 * What is known of a topic before anybody asks.
 *
 * @param titles its names in words, if it has any
 * @param examples what customers write when they mean it
 * @param passages texts that deal with it, e.g. answers
 */
public record Lesson(String topic, List<String> titles, List<String> examples, List<String> passages) {}
