package io.tandem.desk.news;

import io.tandem.desk.news.News.Kind;
import io.tandem.desk.news.News.Matter;
import io.tandem.live.LiveFeed;
import io.tandem.live.SignedIn;
import io.tandem.process.ColleagueTasks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one agent's pages hear of, wherever they are in Tasklist. It ends with the session that opened it. */
final class NewsFeed implements LiveFeed {

    /** Whoever was away for longer finds it in their lists. */
    static final int MOST_MISSED = 2_000;

    private final String user;
    private final SignedIn session;
    private final NewsLog log;
    private final Audiences audiences;
    private final ColleagueTasks colleagues;
    private int told;
    private boolean begun;

    /** @param told how far the pages have heard; from now on if negative */
    NewsFeed(String user, SignedIn session, int told, NewsLog log, Audiences audiences, ColleagueTasks colleagues) {
        this.user = user;
        this.session = session;
        this.told = told;
        this.log = log;
        this.audiences = audiences;
        this.colleagues = colleagues;
    }

    /** @param task what opens it, where it is no ticket's own */
    record NewsView(
            int id, Kind kind, long number, @Nullable String task) {}

    @Override
    public List<LiveEvent> news() {
        if (session.isOver()) return List.of(new LiveEvent("end", null, ""));
        var events = new ArrayList<LiveEvent>();
        var before = told;
        if (!begun) before = begin();
        Set<Matter> heard = new HashSet<>();
        for (var page = log.after(told);
                !page.isEmpty();
                page = page.size() < NewsLog.PAGE ? List.of() : log.after(told)) {
            page.stream()
                    .filter(this::isHeard)
                    .filter(news -> heard.add(news.matter()))
                    .forEach(news -> events.add(event(news)));
            told = page.get(page.size() - 1).position();
        }
        // Pages that come back name it, so that they are not asked to hear the same again.
        if (told != before) events.add(new LiveEvent("heard", String.valueOf(told), told));
        return events;
    }

    private int begin() {
        begun = true;
        var last = log.last();
        // A page may remember another database.
        told = told < 0 || told > last ? last : Math.max(told, last - MOST_MISSED);
        return -1;
    }

    private boolean isHeard(News news) {
        return news.isFor(audiences.of(user))
                && (news.task() == null || colleagues.find(news.task()).isPresent());
    }

    private static LiveEvent event(News news) {
        var view = new NewsView(news.position(), news.kind(), news.number(), news.task());
        return new LiveEvent("news", String.valueOf(news.position()), view);
    }
}
