package io.tandem.desk.news;

import io.tandem.api.Problem;
import io.tandem.desk.news.Audience.Listener;
import io.tandem.live.LiveFeed;
import io.tandem.live.LiveStreams;
import io.tandem.live.SignedIn;
import io.tandem.process.AgentTask;
import io.tandem.process.AgentTasks;
import io.tandem.process.ColleagueTasks;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What an agent hears of while they do something else. */
@RestController
@RequestMapping(path = "/api/desk/news", produces = MediaType.APPLICATION_JSON_VALUE)
class NewsController {

    private static final int FROM_NOW_ON = -1;

    private final NewsLog log;
    private final Audiences audiences;
    private final AgentTasks tasks;
    private final ColleagueTasks colleagues;
    private final LiveStreams streams;

    NewsController(NewsLog log, Audiences audiences, AgentTasks tasks, ColleagueTasks colleagues, LiveStreams streams) {
        this.log = log;
        this.audiences = audiences;
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.streams = streams;
    }

    /** @param after how far the agent's pages have heard in this browser; a broken line that comes back names it itself */
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter listen(
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastHeard,
            Principal agent,
            HttpServletRequest request) {
        var named = lastHeard != null && !lastHeard.isEmpty() ? lastHeard : after;
        var told = named == null ? FROM_NOW_ON : LiveFeed.position(named);
        var user = agent.getName();
        return streams.open(
                new Listener(user), new NewsFeed(user, SignedIn.by(request), told, log, audiences, colleagues));
    }

    record Place(String task) {}

    /** Where it is to be seen in Tasklist now. */
    @GetMapping("/{position}/place")
    Place place(@PathVariable int position, Principal agent) {
        var who = audiences.of(agent.getName());
        var news = log.at(position)
                .filter(found -> found.isFor(who) || found.isHeldBy(who))
                .orElseThrow(NewsController::over);
        if (news.task() != null) return new Place(news.task());
        return tasks.openOn(news.ticket()).map(AgentTask::id).map(Place::new).orElseThrow(NewsController::over);
    }

    private static Problem over() {
        return new Problem(HttpStatus.NOT_FOUND, "newsOver");
    }
}
