package io.tandem.bot.classifier;

import io.tandem.bot.classifier.Vocabulary.Reading;

/** A text as each view reads it. */
record Text(String words, Reading spelling, Reading meaning) {}
