package io.tandem.insight;

import io.tandem.api.Problem;
import io.tandem.insight.BotFigures.OfBot;
import io.tandem.insight.GroupFigures.OfGroup;
import io.tandem.insight.GroupFigures.OfMonth;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The figures of groups, for leads and owners. It takes a month and nothing else: no person, no group, no order. */
@Controller
class FiguresPage {

    /** @param values one for each figure, empty where too few people stand behind it */
    record Row(String group, List<String> values) {}

    record Column(String title, String means) {}

    record Choice(String month, String name, boolean chosen) {}

    private final GroupFigures figures;
    private final Readers readers;

    FiguresPage(GroupFigures figures, Readers readers) {
        this.figures = figures;
        this.readers = readers;
    }

    @GetMapping("/api/insight/months")
    @ResponseBody
    List<YearMonth> months() {
        return figures.months();
    }

    @GetMapping("/api/insight/months/{month}")
    @ResponseBody
    OfMonth asData(@PathVariable String month, Principal reader) {
        return figures.look(read(month), reader.getName()).orElseThrow(FiguresPage::notDrawnUp);
    }

    @GetMapping("/desk/figures")
    String show(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String language,
            Locale browser,
            Principal reader,
            Model page) {
        var in = readers.reads(page, language, browser);
        var months = figures.months();
        var chosen = month != null ? read(month) : months.stream().findFirst().orElse(null);
        page.addAttribute(
                "months",
                months.stream()
                        .map(known -> new Choice(known.toString(), in.month(known), known.equals(chosen)))
                        .toList());
        page.addAttribute("columns", columns(in));
        if (chosen != null) {
            show(figures.look(chosen, reader.getName()).orElseThrow(FiguresPage::notDrawnUp), in, page);
        }
        return "figures";
    }

    private static void show(OfMonth seen, InWords in, Model page) {
        page.addAttribute("month", in.month(seen.month()));
        page.addAttribute("chosen", seen.month().toString());
        page.addAttribute(
                "rows", seen.groups().stream().map(group -> row(group, in)).toList());
        page.addAttribute("bot", bot(seen.bot(), in));
    }

    private static List<Column> columns(InWords in) {
        return Arrays.stream(Figure.values())
                .map(figure -> new Column(
                        in.text("figure." + figure.key()), in.text("figure." + figure.key() + ".meansGroup")))
                .toList();
    }

    private static Row row(OfGroup group, InWords in) {
        return new Row(
                group.group().name(),
                Arrays.stream(Figure.values())
                        .map(figure -> {
                            var amount = group.figures().get(figure);
                            return amount == null ? "" : in.amount(figure, amount);
                        })
                        .toList());
    }

    private static List<Row> bot(OfBot bot, InWords in) {
        return List.of(
                new Row(in.text("insight.bot.answers"), List.of(in.number(bot.answers()))),
                new Row(in.text("insight.bot.confirmed"), List.of(in.number(bot.confirmed()))),
                new Row(in.text("insight.bot.unconfirmed"), List.of(in.number(bot.unconfirmed()))),
                new Row(in.text("insight.bot.ratings"), List.of(in.points(bot.ratings()))));
    }

    private static YearMonth read(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException noMonth) {
            throw notDrawnUp();
        }
    }

    private static Problem notDrawnUp() {
        return new Problem(HttpStatus.NOT_FOUND, "noFigures");
    }
}
