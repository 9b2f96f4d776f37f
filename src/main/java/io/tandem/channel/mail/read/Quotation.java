package io.tandem.channel.mail.read;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells what a mail's writer says from what the mail repeats. Where the answers stand between the quoted lines, the lines
 * that each one answers stay.
 *
 * @param isForward by its subject; then the other mail is what the writer wants to say
 * @param isReply by its header or subject; what anybody else quotes they have put there themselves, and it stays
 */
record Quotation(boolean isForward, boolean isReply) {

    private static final int CONTEXT = 6;

    /** A run of lines, all quoted or none. */
    private record Run(boolean quoted, List<String> lines) {

        boolean hasWords() {
            return lines.stream().anyMatch(line -> !line.isBlank());
        }
    }

    /** @return the new text; blank if all of it seems to be quoted */
    String newText(String text) {
        var lines = text.lines().map(line -> line.replace('\u00A0', ' ')).toList();
        if (!isForward && !isReply) return joined(Signature.cut(lines)).replace(HtmlQuotes.DIVIDER, "");
        int end = 0;
        while (end < lines.size() && !isEnd(lines, end)) end++;
        var own = ownWords(lines.subList(0, QuoteMarks.beforeRule(lines, end)));
        var rest = lines.subList(end, lines.size());
        if (!rest.isEmpty() && (isForward || QuoteMarks.isForward(rest.get(0)))) {
            return joined(own) + "\n\n" + String.join("\n", rest).replace(HtmlQuotes.DIVIDER, "");
        }
        return joined(own);
    }

    /** From here on it is another mail, up to the end. */
    private boolean isEnd(List<String> lines, int at) {
        if (QuoteMarks.isForward(lines.get(at)) || QuoteMarks.isDivider(lines, at)) return true;
        if (QuoteMarks.isRunningAttribution(lines.get(at))) return true;
        var attribution = QuoteMarks.attribution(lines, at, true);
        return attribution > 0 && !isQuotedNext(lines, at + attribution);
    }

    private static boolean isQuotedNext(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).isBlank()) at++;
        return at < lines.size() && QuoteMarks.isQuoted(lines.get(at));
    }

    private List<String> ownWords(List<String> lines) {
        var runs = withoutSignatures(runs(lines));
        while (!runs.isEmpty() && last(runs).quoted()) runs.remove(runs.size() - 1);
        var own = new ArrayList<String>();
        var between = runs.stream().filter(run -> !run.quoted()).count() > 1;
        for (var run : runs) {
            if (!run.quoted()) own.addAll(run.lines());
            else if (between) own.addAll(context(run.lines()));
        }
        return own;
    }

    private static List<Run> runs(List<String> lines) {
        var runs = new ArrayList<Run>();
        for (int at = 0; at < lines.size(); at++) {
            var attribution = QuoteMarks.attribution(lines, at, false);
            if (attribution > 0 && isQuotedNext(lines, at + attribution)) {
                at += attribution - 1;
                continue;
            }
            var quoted = QuoteMarks.isQuoted(lines.get(at));
            if (runs.isEmpty() || last(runs).quoted() != quoted) runs.add(new Run(quoted, new ArrayList<>()));
            last(runs).lines().add(lines.get(at));
        }
        return runs;
    }

    /** Each stretch of own words may end with one: that before the quotation, and the last. */
    private static List<Run> withoutSignatures(List<Run> runs) {
        var left = new ArrayList<Run>();
        for (var run : runs) {
            var cut = run.quoted() ? run : new Run(false, Signature.cut(run.lines()));
            if (!cut.hasWords()) continue;
            if (!left.isEmpty() && last(left).quoted() == cut.quoted())
                last(left).lines().addAll(cut.lines());
            else left.add(new Run(cut.quoted(), new ArrayList<>(cut.lines())));
        }
        return left;
    }

    /** The last lines before the answer, as far as they hang together. */
    private static List<String> context(List<String> quoted) {
        var end = quoted.size();
        while (end > 0 && isBare(quoted.get(end - 1))) end--;
        var start = end;
        while (start > 0 && end - start < CONTEXT && !isBare(quoted.get(start - 1))) start--;
        var context = new ArrayList<String>();
        context.add("");
        context.addAll(quoted.subList(start, end));
        context.add("");
        return context;
    }

    private static boolean isBare(String line) {
        return line.replaceAll("[>\\s]", "").isEmpty();
    }

    private static Run last(List<Run> runs) {
        return runs.get(runs.size() - 1);
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines);
    }
}
