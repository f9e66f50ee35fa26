package org.lightpath.validation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.lightpath.core.engine.EngineProvider;
import org.lightpath.core.engine.Engines;
import org.lightpath.core.field.Precision;

/** The engines present, crossed with the precisions they offer: sources of test parameters. */
final class EngineCases {
  /** Every engine, both precisions. */
  static final String ALL = "org.lightpath.validation.EngineCases#all";

  /** Every engine in double precision. */
  static final String DOUBLE = "org.lightpath.validation.EngineCases#inDouble";

  /** Every engine in single precision. */
  static final String SINGLE = "org.lightpath.validation.EngineCases#inSingle";

  /** Engines meant for speed, both precisions; every engine if there is none or on request. */
  static final String FAST = "org.lightpath.validation.EngineCases#fast";

  /** As {@link #FAST}, in double precision. */
  static final String FAST_DOUBLE = "org.lightpath.validation.EngineCases#fastInDouble";

  /** As {@link #FAST}, in single precision. */
  static final String FAST_SINGLE = "org.lightpath.validation.EngineCases#fastInSingle";

  /**
   * System property: comma-separated names of the engines to test; all that are present if unset.
   */
  private static final String ENGINES_PROPERTY = "lightpath.validation.engines";

  private EngineCases() {}

  static Stream<EngineCase> all() {
    return providers().stream()
        .flatMap(
            provider ->
                Arrays.stream(Precision.values())
                    .filter(precision -> offers(provider, precision))
                    .map(precision -> new EngineCase(provider, precision)));
  }

  static Stream<EngineCase> inDouble() {
    return all().filter(EngineCase::isDouble);
  }

  static Stream<EngineCase> inSingle() {
    return all().filter(engine -> !engine.isDouble());
  }

  static Stream<EngineCase> fast() {
    // An engine asked for by name is tested on everything, however long it takes.
    boolean named = System.getProperty(ENGINES_PROPERTY) != null;
    boolean onlySlow = all().noneMatch(EngineCase::fast);
    return all().filter(engine -> named || onlySlow || engine.fast());
  }

  static Stream<EngineCase> fastInDouble() {
    return fast().filter(EngineCase::isDouble);
  }

  static Stream<EngineCase> fastInSingle() {
    return fast().filter(engine -> !engine.isDouble());
  }

  private static List<EngineProvider> providers() {
    String names = System.getProperty(ENGINES_PROPERTY);
    if (names != null) {
      return Arrays.stream(names.split(",", -1)).map(String::strip).map(Engines::choose).toList();
    }
    return Engines.providers().stream()
        .filter(provider -> provider.unavailable().isEmpty())
        .toList();
  }

  private static boolean offers(EngineProvider provider, Precision precision) {
    return precision == Precision.SINGLE || provider.devices().getFirst().doublePrecision();
  }
}
