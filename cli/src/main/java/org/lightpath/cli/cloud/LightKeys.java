package org.lightpath.cli.cloud;

import java.util.List;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.experiment.Values;
import org.lightpath.core.quantity.QuantityKind;

/** Keys of the section {@code light}: how symbols are sent, and how they arrive. */
final class LightKeys {
  static final Key<List<Double>> LAUNCH =
      Key.of(
              "launchPower",
              Types.oneOrMany(Types.quantity(QuantityKind.POWER).above(0, "a power is positive")),
              "Power of a channel at full scale, in front of the node's add port. A list makes"
                  + " cases.")
          .defaultsTo("0 dBm", "assumed, as GNPy's default spectrum");

  static final Key<Double> SYMBOL_RATE =
      Key.of(
              "symbolRate",
              Types.quantity(QuantityKind.SYMBOL_RATE).above(0, "a rate is positive"),
              "Symbols of each stream per second: the clock of the core.")
          .defaultsTo("5 GBd", "Lightening-Transformer, HPCA 2024");

  static final Section SECTION =
      Section.named("light", "How symbols are sent, and how they arrive.")
          .keys(LAUNCH, SYMBOL_RATE)
          .build();

  static final Key<Values> LIGHT =
      Key.of("light", Types.section(SECTION), "How symbols are sent, and how they arrive.")
          .defaultsTo("{}", "0 dBm at 5 GBd");

  private LightKeys() {}
}
