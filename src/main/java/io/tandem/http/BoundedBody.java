package io.tandem.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Takes so many bytes from a peer and no more. */
final class BoundedBody<T> implements BodySubscriber<T> {

    /** The peer sent more. */
    static final class TooLong extends IOException {}

    private final BodySubscriber<T> body;
    private final long most;
    private long received;
    private @Nullable Subscription subscription;

    BoundedBody(BodySubscriber<T> body, long most) {
        this.body = body;
        this.most = most;
    }

    @Override
    public CompletionStage<T> getBody() {
        return body.getBody();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        body.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        if (received > most) return;
        received += pieces.stream().mapToLong(ByteBuffer::remaining).sum();
        if (received > most) stop();
        else body.onNext(pieces);
    }

    private void stop() {
        if (subscription != null) subscription.cancel();
        body.onError(new TooLong());
    }

    @Override
    public void onError(Throwable failure) {
        if (received <= most) body.onError(failure);
    }

    @Override
    public void onComplete() {
        if (received <= most) body.onComplete();
    }
}
