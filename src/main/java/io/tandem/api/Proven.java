package io.tandem.api;

import jakarta.servlet.ServletRequest;

/** Who calls has proven who they are: noted on the call where that was checked, for those who bound what strangers may do. */
public final class Proven {

    private static final String NOTE = Proven.class.getName();

    private Proven() {}

    public static void note(ServletRequest call) {
        call.setAttribute(NOTE, true);
    }

    public static boolean is(ServletRequest call) {
        return call.getAttribute(NOTE) != null;
    }
}
