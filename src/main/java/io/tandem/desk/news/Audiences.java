package io.tandem.desk.news;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.tandem.process.Staff;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The groups and queues of those who listen, asked for once in a while: much happens, and they seldom change. */
@Component
class Audiences {

    private static final Duration BELIEVED = Duration.ofSeconds(5);

    private final LoadingCache<String, Audience> known;

    Audiences(Staff staff) {
        known = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(BELIEVED)
                .build(user -> new Audience(user, staff.groupsOf(user), staff.queuesOf(user)));
    }

    Audience of(String user) {
        return known.get(user);
    }
}
