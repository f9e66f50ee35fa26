package org.lightpath.cli.preset;

import java.util.List;
import org.lightpath.datasets.preset.Preset;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.energy.published.TransformerModel;

/** Values of models whose energy on published cores is computed. */
final class PublishedModels {
  private static final Provenance SIZES =
      Provenance.published("Lightening-Transformer, artefact: sizes of its workloads");

  private PublishedModels() {}

  static List<Preset> all() {
    return List.of(
            TransformerModel.DEIT_TINY,
            TransformerModel.DEIT_SMALL,
            TransformerModel.DEIT_BASE,
            TransformerModel.BERT_BASE,
            TransformerModel.BERT_LARGE)
        .stream()
        .map(PublishedModels::of)
        .toList();
  }

  private static Preset of(TransformerModel model) {
    return new Entry(
            model.name(),
            "model",
            "Transformer encoder %s, for energy; its weights are not included"
                .formatted(model.name()),
            SIZES)
        .with("blocks", model.blocks(), "")
        .with("width", model.width(), "")
        .with("heads", model.heads(), "")
        .with("classes", model.ends().classes(), "")
        .preset();
  }
}
