package dev.aiupscale.worker.consume;

import dev.aiupscale.worker.drain.DrainBegun;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The container's part in a drain: whoever begins it is heard by one listener. */
final class DrainEvent implements Event<DrainBegun> {
  private Consumer<DrainBegun> listener = event -> {};

  void listen(Consumer<DrainBegun> hears) {
    listener = hears;
  }

  @Override
  public void fire(DrainBegun event) {
    listener.accept(event);
  }

  @Override
  public <U extends DrainBegun> CompletionStage<U> fireAsync(U event) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <U extends DrainBegun> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Event<DrainBegun> select(Annotation... qualifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <U extends DrainBegun> Event<U> select(Class<U> type, Annotation... qualifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <U extends DrainBegun> Event<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
    throw new UnsupportedOperationException();
  }
}
