package dev.aiupscale.api.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which methods a path takes, as the resources' annotations say. */
@ApplicationScoped
class AllowedMethods {
  private final List<Route> routes = new ArrayList<>();

  AllowedMethods(BeanManager beans) {
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Path root = bean.getBeanClass().getAnnotation(Path.class);
      if (root != null) {
        Stream.of(bean.getBeanClass().getDeclaredMethods())
            .map(method -> Route.of(root, method))
            .filter(Objects::nonNull)
            .forEach(routes::add);
      }
    }
  }

  /** The value of the header {@code Allow} for a path that begins with a slash. */
  String at(String path) {
    TreeSet<String> methods = new TreeSet<>(List.of(HttpMethod.OPTIONS));
    routes.stream()
        .filter(route -> route.path().matcher(path).matches())
        .forEach(route -> methods.add(route.method()));
    if (methods.contains(HttpMethod.GET)) {
      methods.add(HttpMethod.HEAD);
    }
    return String.join(", ", methods);
  }

  private record Route(Pattern path, String method) {
    /** Null where the method answers no request. */
    static @Nullable Route of(Path root, Method handler) {
      for (Annotation annotation : handler.getAnnotations()) {
        HttpMethod method = annotation.annotationType().getAnnotation(HttpMethod.class);
        if (method != null) {
          Path path = handler.getAnnotation(Path.class);
          String template = "/" + root.value() + "/" + (path == null ? "" : path.value());
          return new Route(pattern(template), method.value());
        }
      }
      return null;
    }

    private static Pattern pattern(String template) {
      String slashed = template.replaceAll("/+", "/").replaceFirst("(?<=.)/$", "");
      return Pattern.compile(slashed.replaceAll("\\{[^/]+}", "[^/]+") + "/?");
    }
  }
}
