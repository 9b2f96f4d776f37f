package io.tandem.process.gate;

/** By which way something came to the gate. */
public enum Way {
    /** Saved in the folder. */
    FOLDER,
    /** The copy in the program: there is no folder. */
    PROGRAM,
    /** The engine's REST API. */
    REST,
    /** Camunda Modeler's button <em>Deploy</em>, which uses the same address. */
    MODELER,
    /** The engine's Java API. */
    API,
    /** Somebody went back to an earlier version. */
    RESTORE
}
