package org.lightpath.cli.bench.system;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The named systems. A new one is a class and a line here. */
public final class FiberSystems {
  private static final List<FiberSystem> ALL =
      List.of(
          new SionnaUnit(),
          new SionnaTutorial(),
          CoherentLink.opticommpyWdm(),
          CoherentLink.opticommpySmall(),
          CoherentLink.opticommpySweep(),
          new Supercontinuum(),
          CoherentLink.edgeMetro());

  private FiberSystems() {}

  /** All systems, in the order of their names. */
  public static List<FiberSystem> all() {
    return ALL;
  }

  /** The system of a name, whatever its case. */
  public static Optional<FiberSystem> named(String name) {
    return ALL.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Names, for messages. */
  public static String names() {
    return ALL.stream().map(FiberSystem::name).collect(Collectors.joining(", "));
  }

  /** A table of all systems for people. */
  public static String list() {
    StringBuilder text = new StringBuilder();
    for (FiberSystem system : ALL) {
      String sizes =
          system.sizes().stream()
              .map(size -> "%d x %d".formatted(size.samples(), size.batch()))
              .collect(Collectors.joining(", "));
      text.append(
          String.format(
              Locale.ROOT,
              "%-4s %s%n     samples x batch: %s; polarisations: %d%n     source: %s%n",
              system.name(),
              system.title(),
              sizes,
              system.modes(),
              system.source()));
    }
    return text.toString();
  }
}
