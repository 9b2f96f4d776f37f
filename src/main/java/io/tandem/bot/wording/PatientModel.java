package io.tandem.bot.wording;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.concurrent.Semaphore;

/**
 * A language model that gets a rest when it fails. All that ask it share the patience with it, and only some ask at once: one
 * that is slow, yet in time, would else keep all who do the engine's jobs, and with them what people have written.
 */
final class PatientModel {

    private final LanguageModel model;
    private final Patience patience;
    private final Semaphore free;

    PatientModel(LanguageModel model, Patience patience, int atOnce) {
        this.model = model;
        this.patience = patience;
        free = new Semaphore(atOnce);
    }

    /** Whether it is better not asked now. */
    boolean isResting() {
        return patience.isGone() || free.availablePermits() == 0;
    }

    /**
     * What it says, in the characters in which it is checked and read.
     *
     * @throws Unusable if it fails, or as many as may are asking it now: nobody waits in line for it
     */
    String ask(String rules, String data) {
        if (!free.tryAcquire()) throw Unusable.dropped("it is busy with others");
        try {
            return said(rules, data);
        } finally {
            free.release();
        }
    }

    private String said(String rules, String data) {
        try {
            var said = Normalizer.normalize(model.ask(rules, data), Form.NFKC).replaceAll("\\p{Cf}", "");
            patience.regain();
            return said.strip();
        } catch (Unusable unusable) {
            if (unusable.isFailure()) patience.lose();
            throw unusable;
        }
    }
}
