package dev.aiupscale.platform.trace;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Traces are made only where OpenTelemetry's usual variable says whither they are to be sent. */
public final class TracesSwitch implements ConfigSource {
  private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
  private static final String DISABLED = "quarkus.otel.sdk.disabled";

  /** Below application.properties and the environment, which may say otherwise. */
  private static final int ORDINAL = 240;

  private final Map<String, String> properties;

  public TracesSwitch() {
    this(System.getenv());
  }

  TracesSwitch(Map<String, String> environment) {
    boolean sent = !environment.getOrDefault(ENDPOINT, "").isBlank();
    this.properties = Map.of(DISABLED, String.valueOf(!sent));
  }

  @Override
  public Set<String> getPropertyNames() {
    return properties.keySet();
  }

  @Override
  public @Nullable String getValue(String name) {
    return properties.get(name);
  }

  @Override
  public String getName() {
    return "traces";
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }
}
