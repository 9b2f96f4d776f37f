package io.tandem.model.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scope at work: a process, a sub-process, or an activity that events can interrupt. Two frames are equal if the same
 * can happen in them; the order in which tokens came does not matter.
 */
final class Frame {

    private static final Comparator<Frame> ORDER =
            Comparator.<Frame>comparingInt(frame -> frame.hash).thenComparing(Frame::compareDeeply);

    /** The node of the frame around it that this is the inside of; -1 for the outermost process. */
    final int owner;

    final int[] tokens;
    final Frame[] inner;

    /** For a process: its variables. Null for other scopes, which use those of the process around them. */
    final @Nullable Values values;

    private final int hash;

    private Frame(int owner, int[] tokens, Frame[] inner, @Nullable Values values) {
        this.owner = owner;
        this.tokens = tokens;
        this.inner = inner;
        this.values = values;
        this.hash = ((owner * 31 + Arrays.hashCode(tokens)) * 31 + Arrays.hashCode(inner)) * 31
                + (values == null ? 0 : values.hashCode());
    }

    static Frame of(int owner, List<Integer> tokens, @Nullable Values values) {
        return new Frame(
                owner, tokens.stream().mapToInt(Integer::intValue).sorted().toArray(), new Frame[0], values);
    }

    Frame with(int token) {
        var more = Arrays.copyOf(tokens, tokens.length + 1);
        more[tokens.length] = token;
        Arrays.sort(more);
        return new Frame(owner, more, inner, values);
    }

    Frame without(int token) {
        var at = Arrays.binarySearch(tokens, token);
        if (at < 0) return this;
        var fewer = new int[tokens.length - 1];
        System.arraycopy(tokens, 0, fewer, 0, at);
        System.arraycopy(tokens, at + 1, fewer, at, fewer.length - at);
        return new Frame(owner, fewer, inner, values);
    }

    Frame with(Frame another) {
        var more = Arrays.copyOf(inner, inner.length + 1);
        more[inner.length] = another;
        Arrays.sort(more, ORDER);
        return new Frame(owner, tokens, more, values);
    }

    Frame withoutInner(int index) {
        var fewer = new ArrayList<>(List.of(inner));
        fewer.remove(index);
        return new Frame(owner, tokens, fewer.toArray(Frame[]::new), values);
    }

    Frame with(Values changed) {
        return changed.equals(values) ? this : new Frame(owner, tokens, inner, changed);
    }

    /** Everything that is going on in it is over; what has ended stays counted. */
    Frame emptied() {
        return new Frame(
                owner,
                Arrays.stream(tokens)
                        .filter(token -> Token.kind(token) == Token.ENDED)
                        .toArray(),
                new Frame[0],
                values);
    }

    boolean isProcess() {
        return values != null;
    }

    boolean isOver() {
        if (inner.length > 0) return false;
        for (var token : tokens) if (Token.isLive(token)) return false;
        return true;
    }

    int count(int token) {
        int count = 0;
        for (var some : tokens) if (some == token) count++;
        return count;
    }

    boolean has(int token) {
        return Arrays.binarySearch(tokens, token) >= 0;
    }

    private int compareDeeply(Frame other) {
        if (equals(other)) return 0;
        var byOwner = Integer.compare(owner, other.owner);
        if (byOwner != 0) return byOwner;
        var byTokens = Arrays.compare(tokens, other.tokens);
        if (byTokens != 0) return byTokens;
        var byValues = String.valueOf(values).compareTo(String.valueOf(other.values));
        return byValues != 0 ? byValues : Arrays.compare(inner, other.inner, ORDER);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Frame frame
                && hash == frame.hash
                && owner == frame.owner
                && Arrays.equals(tokens, frame.tokens)
                && Arrays.equals(inner, frame.inner)
                && java.util.Objects.equals(values, frame.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
