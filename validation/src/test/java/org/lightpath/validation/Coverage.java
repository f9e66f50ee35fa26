package org.lightpath.validation;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/** Which engines and precisions a test class runs on, read from its test methods. */
final class Coverage {
  private static final Map<String, String> WORDS =
      Map.of(
          EngineCases.ALL, "every engine, both precisions",
          EngineCases.DOUBLE, "every engine, double",
          EngineCases.SINGLE, "every engine, single",
          EngineCases.FAST, "fast engines, both precisions",
          EngineCases.FAST_DOUBLE, "fast engines, double",
          EngineCases.FAST_SINGLE, "fast engines, single");

  private static final List<String> ORDER =
      List.of(
          EngineCases.ALL,
          EngineCases.DOUBLE,
          EngineCases.SINGLE,
          EngineCases.FAST,
          EngineCases.FAST_DOUBLE,
          EngineCases.FAST_SINGLE);

  /** Of a claim about a closed form that no engine computes. */
  static final String ARITHMETIC = "arithmetic, no engine";

  private Coverage() {}

  /** In words; what runs on request only comes last. */
  static String of(Class<?> test) {
    List<String> parts = new ArrayList<>();
    parts.addAll(words(test, false));
    words(test, true).forEach(words -> parts.add("on request: " + words));
    if (parts.isEmpty()) {
      return ARITHMETIC;
    }
    return String.join("; ", parts);
  }

  private static List<String> words(Class<?> test, boolean onRequest) {
    List<String> sources =
        Arrays.stream(test.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(MethodSource.class))
            .filter(method -> isSlow(method) == onRequest)
            .flatMap(method -> Arrays.stream(method.getAnnotation(MethodSource.class).value()))
            .distinct()
            .collect(Collectors.toList());
    return ORDER.stream().filter(sources::contains).map(WORDS::get).toList();
  }

  private static boolean isSlow(Method method) {
    return Arrays.stream(method.getAnnotationsByType(Tag.class))
        .anyMatch(tag -> tag.value().equals("slow"));
  }
}
