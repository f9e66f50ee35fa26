package org.lightpath.photonic.energy.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against the total.csv that the published artefact writes: 1e-9 relative, all digits known. */
class WorkloadTest {
  private static Workload lightening(TransformerModel model, int tokens, LighteningDesign design) {
    return Workload.of(model, tokens, new LighteningProducts(design, Slips.KEPT));
  }

  private static Workload rings(TransformerModel model, int tokens) {
    return Workload.of(
        model, tokens, new RingBankProducts(RingBankDesign.published(4), Slips.KEPT));
  }

  private static void assertCost(Workload workload, double millijoules, double milliseconds) {
    assertThat(workload.joules() * 1e3)
        .as(workload.name())
        .isCloseTo(millijoules, within(millijoules * 1e-9));
    assertThat(workload.seconds() * 1e3)
        .as(workload.name())
        .isCloseTo(milliseconds, within(milliseconds * 1e-9));
  }

  @Test
  void networksCostWhatTheArtefactSays() {
    LighteningDesign four = LighteningDesign.base(4);
    LighteningDesign eight = LighteningDesign.base(8);
    TransformerModel tiny = TransformerModel.DEIT_TINY;
    TransformerModel base = TransformerModel.DEIT_BASE;
    TransformerModel bert = TransformerModel.BERT_LARGE;
    assertCost(lightening(tiny, 197, four), 0.38430121867493316, 0.019353226204032906);
    assertCost(lightening(tiny, 197, eight), 1.2054743705894895, 0.019437226204032904);
    assertCost(lightening(base, 197, four), 5.437149436687489, 0.2652789047755262);
    assertCost(lightening(base, 197, eight), 16.981984121556323, 0.2656149047755262);
    assertCost(lightening(bert, 320, four), 27.937316193135544, 1.5134354701861477);
    assertCost(lightening(bert, 320, eight), 90.54277975561638, 1.5134574701861476);
  }

  @Test
  void largeVariantCostsWhatTheArtefactSays() {
    LighteningDesign large = LighteningDesign.large(4);
    assertCost(
        lightening(TransformerModel.DEIT_TINY, 197, large),
        0.35994216409875507,
        0.009726026204032909);
    assertCost(
        lightening(TransformerModel.DEIT_BASE, 197, large), 5.089165486195348, 0.1328269047755262);
    assertCost(
        lightening(TransformerModel.BERT_LARGE, 320, large), 25.92060573647291, 0.7567518701861478);
  }

  @Test
  void microringBankCostsWhatTheArtefactSays() {
    assertCost(rings(TransformerModel.DEIT_TINY, 197), 1.5382508112136417, 0.2442800262040329);
    assertCost(rings(TransformerModel.DEIT_BASE, 197), 22.080412060749296, 3.466980904775526);
    assertCost(rings(TransformerModel.BERT_LARGE, 320), 124.44557949430659, 20.21466547018615);
  }

  @Test
  void layersCostWhatTheArtefactSays() {
    Workload tiny = lightening(TransformerModel.DEIT_TINY, 197, LighteningDesign.base(4));
    Map<String, Double> published =
        Map.of(
            "embed",
            0.009049310276440438,
            "qkv",
            0.08244565936704756,
            "attn",
            0.04259746835729836,
            "proj",
            0.027481886455682523,
            "FFN1",
            0.1099275458227301,
            "FFN2",
            0.10877949893697156,
            "head",
            0.0034895860010840463,
            Workload.OTHERS,
            0.0005302634576785715);
    published.forEach(
        (name, millijoules) ->
            assertThat(tiny.layer(name).joules() * 1e3)
                .as(name)
                .isCloseTo(millijoules, within(millijoules * 1e-9)));
    assertThat(tiny.layers()).hasSize(published.size());
  }

  @Test
  void partsOfAttentionCostWhatTheArtefactSays() {
    ProductCost product =
        lightening(TransformerModel.DEIT_TINY, 197, LighteningDesign.base(4))
            .layer("attn")
            .costs()
            .getFirst();
    Map<String, Double> published =
        Map.of(
            "laser", 0.00010015043099532956,
            "ADC", 8.615598e-05,
            "PD", 0.0003073672800000001,
            "registers", 9.180032550000001e-05,
            "local buffer", 0.00025731549,
            "global buffer", 4.8171671385976155e-05);
    for (ProductCost.Energy energy : product.energies()) {
      Double wanted = published.get(energy.part());
      if (wanted != null) {
        assertThat(energy.joules() * 1e3)
            .as(energy.part())
            .isCloseTo(wanted, within(wanted * 1e-9));
      }
    }
  }

  /** The slips are real, and small against the whole. */
  @Test
  void correctedModelCostsMore() {
    TransformerModel tiny = TransformerModel.DEIT_TINY;
    LighteningDesign design = LighteningDesign.base(4);
    Workload kept = lightening(tiny, 197, design);
    Workload corrected = Workload.of(tiny, 197, new LighteningProducts(design, Slips.CORRECTED));
    double attention = corrected.layer("attn").joules() / kept.layer("attn").joules();
    assertThat(attention).isBetween(1.01, 1.2);
    double others =
        corrected.layer(Workload.OTHERS).joules() / kept.layer(Workload.OTHERS).joules();
    assertThat(others).isCloseTo(tiny.blocks(), within(1e-12));
    double time =
        corrected.layer(Workload.OTHERS).seconds() / kept.layer(Workload.OTHERS).seconds();
    assertThat(time).isCloseTo(1000.0 * tiny.blocks(), within(1e-8));
    Workload ringsCorrected =
        Workload.of(tiny, 197, new RingBankProducts(RingBankDesign.published(4), Slips.CORRECTED));
    assertThat(ringsCorrected.layer("qkv").joules())
        .isLessThan(rings(tiny, 197).layer("qkv").joules());
  }

  @Test
  void latencyNamesTheStagesThatWaitForMemory() {
    Workload tiny = lightening(TransformerModel.DEIT_TINY, 197, LighteningDesign.base(4));
    assertThat(tiny.latency().totalSeconds())
        .isCloseTo(tiny.seconds(), within(tiny.seconds() * 1e-12));
    assertThat(tiny.latency().stages())
        .anySatisfy(
            stage -> {
              assertThat(stage.name()).startsWith("head");
              assertThat(stage.memoryBound()).isTrue();
            });
  }

  /** The table of the reference has nine digits; printing them rounds by up to 5e-7. */
  @Test
  void publishedTableAgreesToItsPrintedDigits() {
    PublishedTable deviation =
        PublishedTables.lighteningWorkloads().deviationOf(OurTables.lighteningWorkloads());
    for (PublishedTable.Row row : deviation.rows()) {
      row.values().forEach(v -> assertThat(v).as(row.name()).isCloseTo(0, within(3e-7)));
    }
  }
}
