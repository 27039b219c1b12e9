package dev.aiupscale.api.callback;

import dev.aiupscale.api.ApiConfig;
import java.util.Optional;

/** Settings of callbacks. */
public record Callbacks(Optional<String> secret, boolean allowHttp, boolean allowPrivate)
    implements ApiConfig.CallbacksConfig {}
