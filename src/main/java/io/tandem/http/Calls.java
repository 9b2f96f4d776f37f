package io.tandem.http;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls by HTTP. All of the peer is bounded: its time, and what it may send; and it leads nobody elsewhere. */
public final class Calls {

    private final HttpClient http;

    /** @param connecting how long a connection may take */
    public Calls(Duration connecting) {
        // HTTP/2 by upgrade confuses some servers; a redirect would take customers' words elsewhere.
        http = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(connecting)
                .build();
    }

    /**
     * The whole answer, whatever its status.
     *
     * @param timeLimit from the first byte sent to the last one received
     * @param most bytes that the answer may have
     * @throws NoAnswer if there is none like that
     */
    public HttpResponse<byte[]> call(HttpRequest request, Duration timeLimit, long most) {
        return inTime(request, timeLimit, most, BodySubscribers::ofByteArray);
    }

    /** As {@link #call}, with the answer's body in a file. */
    public HttpResponse<Path> download(HttpRequest request, Path into, Duration timeLimit, long most) {
        return inTime(request, timeLimit, most, () -> BodySubscribers.ofFile(into));
    }

    /** The request's own limit would end with the first header: a peer that drips bytes could hold us for long. */
    private <T> HttpResponse<T> inTime(
            HttpRequest request, Duration timeLimit, long most, Supplier<BodySubscriber<T>> body) {
        var coming = http.sendAsync(request, response -> new BoundedBody<>(body.get(), most));
        try {
            return coming.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw NoAnswer.of("it took longer than " + timeLimit);
        } catch (ExecutionException e) {
            throw noAnswer(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NoAnswer.of("nobody waits for it any more");
        } finally {
            coming.cancel(true);
        }
    }

    private static NoAnswer noAnswer(@Nullable Throwable cause) {
        for (var failure = cause; failure != null; failure = failure.getCause()) {
            if (failure instanceof BoundedBody.TooLong) return NoAnswer.tooLong();
        }
        return NoAnswer.of("the connection failed: "
                + (cause == null ? "for no reason" : cause.getClass().getSimpleName()));
    }
}
