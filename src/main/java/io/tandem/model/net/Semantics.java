package io.tandem.model.net;

/** How tokens move. */
public enum Semantics {
    /** As BPMN says: each token by itself, in every order. Conditions may turn out either way. */
    TOKENS,
    /** As the engine does: from one wait to the next in one transaction, steps at once, conditions by what is known. */
    ENGINE
}
