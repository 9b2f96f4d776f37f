package io.tandem.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/** How somebody comes to us: language, screen, taste. */
record Visitor(String locale, int width, int height, boolean phone, boolean dark) {

    static Visitor english() {
        return new Visitor("en-GB", 1280, 800, false, false);
    }

    static Visitor german() {
        return new Visitor("de-DE", 1280, 800, false, false);
    }

    Visitor inTheDark() {
        return new Visitor(locale, width, height, phone, true);
    }

    Visitor onThePhone() {
        return new Visitor(locale, 390, 844, true, dark);
    }

    Visitor withScreen(int wide, int high) {
        return new Visitor(locale, wide, high, phone, dark);
    }

    /** Nothing moves, so that nothing is looked at half-way. */
    NewContextOptions options() {
        return new NewContextOptions()
                .setLocale(locale)
                .setViewportSize(width, height)
                .setIsMobile(phone)
                .setHasTouch(phone)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE);
    }
}
