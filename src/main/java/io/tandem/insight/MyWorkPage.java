package io.tandem.insight;

import io.tandem.insight.Looks.AtSteps;
import io.tandem.insight.Looks.Look;
import io.tandem.insight.MyWork.OfAgent;
import io.tandem.insight.Records.Kept;
import io.tandem.process.Staff;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** "My work": the reader's own, and nobody else's. There is no parameter that could name another person. */
@Controller
class MyWorkPage {

    /** A figure with a value for each month. */
    record Row(String title, String means, List<String> values) {}

    record Entry(String label, String at) {}

    record Record(String title, String purpose, String kept, String count, List<Entry> latest) {}

    record Seen(String at, String by, String group, String month, boolean shown) {}

    record SeenSteps(String at, String by, String process, boolean shown) {}

    private final MyWork work;
    private final Staff staff;
    private final Readers readers;

    MyWorkPage(MyWork work, Staff staff, Readers readers) {
        this.work = work;
        this.staff = staff;
        this.readers = readers;
    }

    /** The same for programs, and to take along. */
    @GetMapping("/api/desk/my-work")
    @ResponseBody
    OfAgent asData(Principal agent) {
        return work.of(agent.getName());
    }

    @GetMapping("/desk/my-work")
    String show(
            @RequestParam(required = false) @Nullable String language, Locale browser, Principal agent, Model page) {
        var in = readers.reads(page, language, browser);
        var mine = work.of(agent.getName());
        page.addAttribute("intro", in.text("work.intro", Map.of("name", staff.nameOf(agent.getName()))));
        page.addAttribute("open", in.number(mine.open()));
        page.addAttribute(
                "months",
                mine.months().stream().map(month -> in.month(month.month())).toList());
        page.addAttribute("rows", rows(mine, in));
        page.addAttribute(
                "records", mine.records().stream().map(kept -> record(kept, in)).toList());
        page.addAttribute(
                "looks", mine.looks().stream().map(look -> seen(look, in)).toList());
        page.addAttribute(
                "looksAtSteps",
                mine.looksAtSteps().stream().map(look -> seen(look, in)).toList());
        page.addAttribute("isLead", staff.groupsOf(agent.getName()).contains(Staff.LEADS));
        return "my-work";
    }

    private static List<Row> rows(OfAgent mine, InWords in) {
        return Arrays.stream(Figure.values())
                .map(figure -> new Row(
                        in.text("figure." + figure.key()),
                        in.text("figure." + figure.key() + ".means"),
                        mine.months().stream()
                                .map(month -> in.amount(figure, month.figures().get(figure)))
                                .toList()))
                .toList();
    }

    private static Record record(Kept kept, InWords in) {
        var key = "work.record." + kept.kind().key();
        return new Record(
                in.text(key),
                in.text(key + ".purpose"),
                in.text(key + ".kept"),
                in.number(kept.count()),
                kept.latest().stream()
                        .map(entry -> new Entry(entry.label(), in.moment(entry.at())))
                        .toList());
    }

    private Seen seen(Look look, InWords in) {
        var group = staff.groups().stream()
                .filter(known -> known.id().equals(look.team()))
                .map(Staff.Group::name)
                .findFirst()
                .orElse(look.team());
        return new Seen(in.moment(look.at()), staff.nameOf(look.by()), group, in.month(look.month()), look.shown());
    }

    private SeenSteps seen(AtSteps look, InWords in) {
        return new SeenSteps(in.moment(look.at()), staff.nameOf(look.by()), look.process(), look.shown());
    }
}
