package io.tandem.bot.wording;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Takes so many bytes from a peer and no more. */
final class BoundedBody implements BodySubscriber<byte[]> {

    /** The peer sent more. */
    static final class TooLong extends IOException {}

    private final int most;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private @Nullable Subscription subscription;

    BoundedBody(int most) {
        this.most = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        for (var piece : pieces) {
            if (whole.isDone()) return;
            if (received.size() + piece.remaining() > most) stop();
            else take(piece);
        }
    }

    private void take(ByteBuffer piece) {
        var bytes = new byte[piece.remaining()];
        piece.get(bytes);
        received.writeBytes(bytes);
    }

    private void stop() {
        if (subscription != null) subscription.cancel();
        whole.completeExceptionally(new TooLong());
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        whole.complete(received.toByteArray());
    }
}
