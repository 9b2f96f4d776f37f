package io.tandem.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A picture of some lines over the same few places, from zero up. */
record Plot(String title, String across, List<Integer> at, Map<String, List<Double>> lines) {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 60;
    private static final int RIGHT = 150;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;
    private static final int STEPS = 4;
    private static final List<String> COLOURS = List.of("#17806f", "#b5532a", "#4a5fa5", "#8a8a8a");

    String svg() {
        var svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\"",
                WIDTH,
                HEIGHT);
        add(svg, " font-size=\"12\"><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>");
        text(svg, LEFT, TOP / 2, "start", title);
        text(svg, LEFT + inner() / 2, HEIGHT - 12, "middle", across);
        grid(svg);
        int n = 0;
        for (var line : lines.entrySet()) line(svg, line.getKey(), line.getValue(), n++);
        return svg.append("</svg>\n").toString();
    }

    private void grid(StringBuilder svg) {
        for (int i = 0; i <= STEPS; i++) {
            var value = top() * i / STEPS;
            add(svg, "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>", LEFT, y(value), WIDTH - RIGHT);
            text(svg, LEFT - 6, y(value) + 4, "end", String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value));
        }
        for (int i = 0; i < at.size(); i++) {
            text(svg, x(i), HEIGHT - BOTTOM + 18, "middle", String.format(Locale.ROOT, "%,d", at.get(i)));
        }
    }

    private void line(StringBuilder svg, String name, List<Double> values, int n) {
        var colour = COLOURS.get(n % COLOURS.size());
        var path = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            add(path, "%s%.1f %.1f", i == 0 ? "M" : "L", x(i), y(values.get(i)));
            add(svg, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x(i), y(values.get(i)), colour);
        }
        add(svg, "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", path, colour);
        add(svg, "<g fill=\"%s\">", colour);
        text(svg, WIDTH - RIGHT + 10, y(values.get(values.size() - 1)) + 4, "start", name);
        svg.append("</g>");
    }

    private double top() {
        var most = lines.values().stream()
                .flatMap(List::stream)
                .mapToDouble(value -> value)
                .max()
                .orElse(1);
        var unit = Math.pow(10, Math.floor(Math.log10(most)));
        return Math.ceil(most / unit) * unit;
    }

    private static int inner() {
        return WIDTH - LEFT - RIGHT;
    }

    private double x(int place) {
        return LEFT + inner() * (place + 0.5) / at.size();
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top();
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        add(svg, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, text);
    }

    private static void add(StringBuilder svg, String form, Object... values) {
        svg.append(String.format(Locale.ROOT, form, values));
    }
}
