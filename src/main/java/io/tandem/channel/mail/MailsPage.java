package io.tandem.channel.mail;

import io.tandem.content.Languages;
import io.tandem.content.Texts;
import io.tandem.process.AgentTask;
import io.tandem.process.AgentTasks;
import io.tandem.process.Staff;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The frame of the page on which people decide about mails that are no ticket; its elements fetch what they show. */
@Controller
class MailsPage {

    private final Texts texts;
    private final Languages languages;
    private final AgentTasks tasks;
    private final Staff staff;

    MailsPage(Texts texts, Languages languages, AgentTasks tasks, Staff staff) {
        this.texts = texts;
        this.languages = languages;
        this.tasks = tasks;
        this.staff = staff;
    }

    @GetMapping("/mails")
    String show(@RequestParam(required = false) @Nullable String language, Locale browser, Principal who, Model page) {
        var spoken = languages.nearest(language == null ? browser.getLanguage() : language);
        var words = new TreeMap<>(texts.startingWith(spoken, "mails."));
        words.putAll(texts.startingWith(spoken, "page.language"));
        words.putAll(texts.startingWith(spoken, "insight."));
        page.addAttribute("language", spoken);
        page.addAttribute("languages", languages.all());
        page.addAttribute("texts", words);
        var groups = staff.groupsOf(who.getName());
        page.addAttribute("opensTickets", groups.stream().anyMatch(Staff.AT_DESK::contains));
        page.addAttribute("seesFigures", groups.contains(Staff.LEADS) || groups.contains(Staff.OWNERS));
        page.addAttribute("seesProcesses", groups.contains(Staff.OWNERS) || groups.contains(Staff.ADMINS));
        return "mails";
    }

    /** The ticket of a mail, in Tasklist. Its task comes a moment after the ticket; until then, and with the bot, it has none. */
    @GetMapping("/mails/tickets/{ticket}")
    ResponseEntity<Void> open(@PathVariable UUID ticket, HttpServletRequest request) {
        var task = tasks.openOn(ticket).map(AgentTask::id).map("?task="::concat).orElse("");
        var place = request.getContextPath() + "/camunda/app/tasklist/default/#/" + task;
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(place))
                .build();
    }
}
