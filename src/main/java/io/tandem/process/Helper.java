package io.tandem.process;

/** Who helps, as {@code who-helps.dmn} and the conditions in the diagrams write it. */
enum Helper {
    BOT("bot"),
    HUMAN("human");

    private final String model;

    Helper(String model) {
        this.model = model;
    }

    String inModel() {
        return model;
    }
}
