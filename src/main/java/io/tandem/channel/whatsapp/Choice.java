package io.tandem.channel.whatsapp;

import io.tandem.channel.Button;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What customers may press: three buttons, or a list that opens if there are more or if a label is too long for a button. A
 * label that is too long for a list stands below its row, too.
 *
 * @param opens the words on the button that opens the list
 */
record Choice(List<Button> buttons, String opens) {

    /** The text above buttons. */
    static final int LONGEST_TEXT = 1024;

    private static final int MOST_BUTTONS = 3;
    private static final int LONGEST_BUTTON = 20;
    private static final int LONGEST_ROW = 24;
    private static final int LONGEST_DESCRIPTION = 72;

    Map<String, ?> under(String text) {
        var isShort = buttons.size() <= MOST_BUTTONS
                && buttons.stream().allMatch(button -> button.label().length() <= LONGEST_BUTTON);
        return Map.of(
                "type", isShort ? "button" : "list",
                "body", Map.of("text", text),
                "action", isShort ? asButtons() : asList());
    }

    private Map<String, ?> asButtons() {
        return Map.of("buttons", buttons.stream().map(Choice::button).toList());
    }

    private static Map<String, ?> button(Button button) {
        return Map.of("type", "reply", "reply", Map.of("id", button.press(), "title", button.label()));
    }

    private Map<String, ?> asList() {
        var rows = new ArrayList<Map<String, String>>();
        var titles = new HashSet<String>();
        for (var button : buttons) {
            var row = new HashMap<>(Map.of("id", button.press(), "title", title(button.label(), titles)));
            if (button.label().length() > LONGEST_ROW) row.put("description", cut(button.label(), LONGEST_DESCRIPTION));
            rows.add(row);
        }
        return Map.of("button", cut(opens, LONGEST_BUTTON), "sections", List.of(Map.of("rows", rows)));
    }

    /** No two rows may begin alike. */
    private static String title(String label, Set<String> before) {
        var title = cut(label, LONGEST_ROW);
        for (int number = 2; !before.add(title); number++) {
            var end = " " + number;
            title = cut(label, LONGEST_ROW - end.length()) + end;
        }
        return title;
    }

    private static String cut(String label, int most) {
        if (label.length() <= most) return label;
        var end = Character.isHighSurrogate(label.charAt(most - 2)) ? most - 2 : most - 1;
        return label.substring(0, end).stripTrailing() + "…";
    }
}
