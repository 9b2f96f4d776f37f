package io.tandem.channel.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands between the semicolons of a header, without comments and line breaks.
 *
 * @param areWhole false if a comment or a quotation does not end, or where something stands that may not stand there
 */
record HeaderClauses(List<String> all, boolean areWhole) {

    /** No server has so much to say. */
    private static final int LONGEST = 16_000;

    static HeaderClauses of(String header) {
        var reading = new Reading();
        var text = header.substring(0, Math.min(LONGEST, header.length()));
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
                reading.escape();
            } else {
                reading.read(Character.isWhitespace(text.charAt(i)) ? ' ' : text.charAt(i));
            }
        }
        return reading.end(header.length() > LONGEST);
    }

    /** Its words, a quotation being part of one, and what is said with an equal sign being one. */
    static List<String> words(String clause) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean quoted = false;
        for (var c : (clause.replaceAll(" ?([=/]) ?", "$1") + " ").toCharArray()) {
            quoted ^= c == '"';
            if (c != ' ' || quoted) {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    /** Nothing if it does not end: then it may say anything. */
    String first() {
        return areWhole || all.size() > 1 ? all.get(0) : "";
    }

    List<String> others() {
        return all.subList(1, all.size());
    }

    private static final class Reading {

        private final List<String> clauses = new ArrayList<>();
        private final StringBuilder clause = new StringBuilder();
        private boolean quoted;
        private boolean odd;
        private int comments;

        /** Only in quotations and comments: elsewhere a semicolon could be hidden so. */
        void escape() {
            odd |= !quoted && comments == 0;
        }

        void read(char c) {
            if (comments > 0) comment(c);
            else if (quoted) quote(c);
            else if (c == ';') finish();
            else text(c);
        }

        private void comment(char c) {
            if (c == '(') comments++;
            if (c == ')') comments--;
        }

        private void quote(char c) {
            quoted = c != '"';
            clause.append(c);
        }

        private void text(char c) {
            odd |= c == ')';
            quoted = c == '"';
            if (c == '(') comments++;
            var next = c == '(' ? ' ' : c;
            if (next != ' ' || !endsBlank()) clause.append(next);
        }

        private boolean endsBlank() {
            return !clause.isEmpty() && clause.charAt(clause.length() - 1) == ' ';
        }

        private void finish() {
            clauses.add(clause.toString());
            clause.setLength(0);
        }

        HeaderClauses end(boolean isLonger) {
            finish();
            return new HeaderClauses(clauses, !isLonger && !odd && !quoted && comments == 0);
        }
    }
}
