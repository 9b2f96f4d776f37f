package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Many pages show the same ticket. */
class LiveStreamsTest {

    private final LiveStreams streams = new LiveStreams((kind, content) -> {});

    @AfterEach
    void close() {
        streams.close();
    }

    private record OfCustomer() implements LiveFeed {
        @Override
        public List<LiveEvent> news() {
            return List.of();
        }
    }

    private record OfColleague() implements LiveFeed {
        @Override
        public List<LiveEvent> news() {
            return List.of();
        }
    }

    @Test
    void theOldestOfOneReadersPagesGivesWay() {
        var pages = Stream.generate(() -> streams.open("a ticket", new OfCustomer()))
                .limit(10)
                .toList();

        assertIsClosed(pages.get(0));
        assertIsClosed(pages.get(1));
        pages.subList(2, 10).forEach(LiveStreamsTest::assertIsOpen);
    }

    /** A customer can open as many as they like: that must not leave the agent in the dark. */
    @Test
    void customersDriveOutNoColleagues() {
        var agents = streams.open("a ticket", new OfColleague());

        for (var page = 0; page < 20; page++) streams.open("a ticket", new OfCustomer());

        assertIsOpen(agents);
    }

    private static void assertIsOpen(SseEmitter page) {
        assertThatCode(() -> page.send("still there?")).doesNotThrowAnyException();
    }

    private static void assertIsClosed(SseEmitter page) {
        assertThatThrownBy(() -> page.send("still there?")).isInstanceOf(IllegalStateException.class);
    }
}
