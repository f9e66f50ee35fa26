package org.lightpath.cli.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lightpath.datasets.model.ModelCard;
import org.lightpath.datasets.model.ShippedModels;
import org.lightpath.datasets.preset.Preset;

/** The models that are shipped, as their cards describe them; experiments name them as they are. */
final class ModelCards {
  private ModelCards() {}

  static List<Preset> all() {
    return ShippedModels.names().stream().map(ShippedModels::card).map(ModelCards::of).toList();
  }

  private static Preset of(ModelCard card) {
    List<Preset.Value> values = new ArrayList<>();
    String counted = "derived: counted in the model";
    values.add(new Preset.Value("parameters", Entry.number(card.parameters()), counted));
    values.add(
        new Preset.Value("macs", Entry.number(card.macs()) + " for each " + card.unit(), counted));
    ports("input", card.inputs(), values);
    ports("output", card.outputs(), values);
    values.add(new Preset.Value("training", card.training(), card.origin()));
    for (int i = 0; i < card.quality().size(); i++) {
      values.add(
          new Preset.Value(
              "quality" + (i + 1), card.quality().get(i), "measured: " + card.origin()));
    }
    values.add(new Preset.Value("licence", card.licence(), card.attribution()));
    return new Preset(card.name(), "model", card.title() + ": " + card.description(), values);
  }

  private static void ports(
      String what, Map<String, ModelCard.Port> ports, List<Preset.Value> values) {
    ports.forEach(
        (name, port) ->
            values.add(
                new Preset.Value(
                    what + " " + name,
                    "%s [%s], %s".formatted(port.type(), port.shape(), port.range()),
                    port.meaning())));
  }
}
