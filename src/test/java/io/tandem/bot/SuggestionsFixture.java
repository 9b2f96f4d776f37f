package io.tandem.bot;

import io.tandem.bot.Understanding.Autonomy;
import io.tandem.ticket.Answer.Finding;
import io.tandem.ticket.Message.Source;
import io.tandem.ticket.Messages;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Suggestions of a bot whose operator has a language model, for tests of other packages. */
public final class SuggestionsFixture implements Bot {

    private final double confidence;
    private final AtomicInteger worded = new AtomicInteger();

    private SuggestionsFixture(double confidence) {
        this.confidence = confidence;
    }

    public static SuggestionsFixture sureBy(double confidence) {
        return new SuggestionsFixture(confidence);
    }

    public Suggestions suggestions(Messages messages) {
        Wording model = (conversation, found) -> Wording.Worded.asWritten(found.get(0));
        return new Suggestions(this, new Conversations(messages), model);
    }

    /** How often the model was asked. */
    public int timesWorded() {
        return worded.get();
    }

    @Override
    public Understanding understand(Conversation conversation) {
        return Understanding.none(conversation.language());
    }

    @Override
    public Finding answer(Conversation conversation) {
        return finding("Worded for the customer, time " + worded.incrementAndGet() + ".");
    }

    @Override
    public List<Finding> suggest(Conversation conversation) {
        return List.of(finding("As the article says it."));
    }

    private Finding finding(String text) {
        var source = new Source("account-delete", "How do I have my account deleted?");
        return new Finding("account-delete", text, List.of(source), confidence, 0, List.of());
    }

    @Override
    public Autonomy autonomyIn(String topic) {
        return Autonomy.ANSWER;
    }
}
