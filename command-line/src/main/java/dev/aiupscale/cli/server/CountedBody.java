package dev.aiupscale.cli.server;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.LongConsumer;

/**
 * A request's body that tells how much of it has been sent.
 *
 * @param sent is given the bytes so far
 */
record CountedBody(BodyPublisher body, LongConsumer sent) implements BodyPublisher {
  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    body.subscribe(new Counting(subscriber, sent));
  }

  private static final class Counting implements Subscriber<ByteBuffer> {
    private final Subscriber<? super ByteBuffer> next;
    private final LongConsumer sent;
    private long bytes;

    Counting(Subscriber<? super ByteBuffer> next, LongConsumer sent) {
      this.next = next;
      this.sent = sent;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      next.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer buffer) {
      bytes += buffer.remaining();
      sent.accept(bytes);
      next.onNext(buffer);
    }

    @Override
    public void onError(Throwable failure) {
      next.onError(failure);
    }

    @Override
    public void onComplete() {
      next.onComplete();
    }
  }
}
