package io.tandem.channel.whatsapp;

/** What Meta's error codes mean for us, after the list in the Cloud API's documentation. */
enum Trouble {

    /** The customer has not written for a day: only a template may be sent. */
    WINDOW_CLOSED,
    /** This number has no WhatsApp, or takes nothing from us. */
    NO_CUSTOMER,
    /** The template is unknown, paused or of another shape. */
    TEMPLATE,
    /** Too much at once; later it will do. */
    BUSY,
    /** Our token, our number or our account is refused: it concerns every message. */
    OUR_ACCESS,
    /** Meta has a trouble of its own. */
    NOT_THERE,
    /** This customer was written to too fast, or something went wrong once. */
    PASSING,
    /** This very message is refused. */
    MESSAGE;

    static Trouble of(int code, int status) {
        if (code >= 132_000 && code < 133_000) return TEMPLATE;
        if (code >= 133_000 && code < 134_000 || code >= 200 && code < 300) return OUR_ACCESS;
        return switch (code) {
            case 131_047 -> WINDOW_CLOSED;
            case 131_021, 131_026, 131_030, 131_049, 131_050, 130_472, 130_497 -> NO_CUSTOMER;
            case 4, 80_007, 130_429, 131_048 -> BUSY;
            case 3, 10, 33, 190, 368, 131_005, 131_031, 131_042, 131_045 -> OUR_ACCESS;
            case 1, 2, 131_016, 131_057 -> NOT_THERE;
            case 131_000, 131_056 -> PASSING;
            default -> byStatus(status);
        };
    }

    private static Trouble byStatus(int status) {
        if (status == 401 || status == 403) return OUR_ACCESS;
        if (status == 429) return BUSY;
        return status >= 500 ? NOT_THERE : MESSAGE;
    }
}
