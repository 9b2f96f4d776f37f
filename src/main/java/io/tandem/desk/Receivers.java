package io.tandem.desk;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.tandem.process.Staff;
import io.tandem.process.Staff.Group;
import io.tandem.process.Staff.Person;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Whom a ticket can be given to, as forms list them: all staff, the same for every form, so that it is read once in a
 * while. Who is given a ticket is checked against the staff as it is.
 */
@Component
class Receivers {

    private static final Duration BELIEVED = Duration.ofSeconds(10);

    private final LoadingCache<Boolean, Known> known;

    Receivers(Staff staff) {
        known = Caffeine.newBuilder()
                .expireAfterWrite(BELIEVED)
                .build(any -> new Known(staff.people(), staff.groups()));
    }

    record Known(List<Person> people, List<Group> groups) {}

    Known now() {
        return known.get(true);
    }
}
