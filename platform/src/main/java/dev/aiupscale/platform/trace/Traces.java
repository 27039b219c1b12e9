package dev.aiupscale.platform.trace;

import dev.aiupscale.common.job.JobId;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Spans of the product's own work, beside those of requests. Where no traces are sent anywhere, all
 * of it does nothing but the work.
 */
public final class Traces {
  /** Attribute of a message: the span that it was sent in, as W3C's trace context has it. */
  public static final String PARENT = "traceparent";

  private static final String SCOPE = "dev.aiupscale";
  private static final String JOB = "upscale.job.id";
  private static final String JOB_IN_LOG = "jobId";
  private static final TextMapGetter<Map<String, String>> READER = new Reader();

  private Traces() {}

  /** The attributes by which a message carries the present span; none outside of one. */
  public static Map<String, String> carried() {
    Map<String, String> fields = new HashMap<>();
    W3CTraceContextPropagator.getInstance()
        .inject(Context.current(), fields, (all, name, value) -> fields.put(name, value));
    fields.keySet().removeIf(name -> !name.equals(PARENT));
    return fields;
  }

  /**
   * Does {@code work} in a span that follows the one that a message carries; after it the log's
   * lines are about no job any more.
   */
  public static void receiving(String name, Map<String, String> attributes, Runnable work) {
    Context sender =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), attributes, READER);
    in(
        tracer().spanBuilder(name).setParent(sender).setSpanKind(SpanKind.CONSUMER),
        () -> {
          try {
            work.run();
          } finally {
            MDC.remove(JOB_IN_LOG);
          }
          return name;
        });
  }

  /** Does {@code work} in a span below the present one. */
  public static <T, E extends Exception> T step(String name, Work<T, E> work) throws E {
    return in(tracer().spanBuilder(name), work);
  }

  /** Says of the present span, and of the log's lines from here on, which job they are about. */
  public static void about(JobId job) {
    Span.current().setAttribute(JOB, job.hex());
    MDC.put(JOB_IN_LOG, job.hex());
  }

  private static <T, E extends Exception> T in(SpanBuilder builder, Work<T, E> work) throws E {
    Span span = builder.startSpan();
    boolean done = false;
    try (Scope scope = span.makeCurrent()) {
      T made = work.run();
      done = true;
      return made;
    } finally {
      if (!done) {
        span.setStatus(StatusCode.ERROR);
      }
      span.end();
    }
  }

  /** What a span is about. */
  public interface Work<T, E extends Exception> {
    T run() throws E;
  }

  private static Tracer tracer() {
    return GlobalOpenTelemetry.getTracer(SCOPE);
  }

  private static final class Reader implements TextMapGetter<Map<String, String>> {
    @Override
    public Iterable<String> keys(Map<String, String> attributes) {
      return attributes.keySet();
    }

    @Override
    public @Nullable String get(@Nullable Map<String, String> attributes, String name) {
      return attributes == null ? null : attributes.get(name);
    }
  }
}
