package io.tandem.bot.wording;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** A language model that gets a rest when it fails. All that ask it share the patience with it. */
final class PatientModel {

    private final LanguageModel model;
    private final Patience patience;

    PatientModel(LanguageModel model, Patience patience) {
        this.model = model;
        this.patience = patience;
    }

    boolean isResting() {
        return patience.isGone();
    }

    /**
     * What it says, in the characters in which it is checked and read.
     *
     * @throws Unusable if it fails
     */
    String ask(String rules, String data) {
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
