package org.lightpath.cloud.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lightpath.photonic.device.Provenance;

class PaperExperimentTest {
  /** Three statements and no more: whatever else would be printed would be invented. */
  @Test
  void onlyThreeStatementsAreKnown() {
    PaperExperiment paper = CloudScenarios.paper();

    assertThat(paper.fields().stream().filter(PaperExperiment.Field::known))
        .extracting(PaperExperiment.Field::name)
        .containsExactly("access", "energyEfficiency", "workload");
    assertThat(paper.fields().stream().filter(PaperExperiment.Field::known))
        .allSatisfy(
            field -> {
              assertThat(field.provenance().orElseThrow().kind())
                  .isEqualTo(Provenance.Kind.PUBLISHED);
              assertThat(field.label()).contains("Nat. Commun. 16:6097");
            });
    assertThat(paper.unknown())
        .containsExactlyInAnyOrder(
            "modulator",
            "chipType",
            "signedEncoding",
            "detection",
            "wavelengths",
            "channelSpacing",
            "symbolRate",
            "fibreLength",
            "fibreType",
            "nodeCount",
            "bits",
            "modelNames",
            "frechetInceptionDistance",
            "powerBreakdown",
            "definitionOfTops");
    assertThat(paper.field("symbolRate").label()).isEqualTo("unknown");
  }

  @Test
  void whatARunFillsInIsLabelledAsOurs() {
    PaperExperiment filled =
        CloudScenarios.paperFilledFrom(TinySetting.setting(), "a small generator");

    assertThat(filled.field("symbolRate").label())
        .isEqualTo("unknown; 1.000 GBd (ours, not the paper's)");
    assertThat(filled.field("modelNames").label()).contains("a small generator", "not the paper's");
    assertThat(filled.field("frechetInceptionDistance").label()).isEqualTo("unknown");
    assertThat(filled.unknown()).isEqualTo(CloudScenarios.paper().unknown());
  }

  @Test
  void statementsCannotBeFilledIn() {
    assertThatThrownBy(() -> CloudScenarios.paper().filled(Map.of("energyEfficiency", "50")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("energyEfficiency")
        .hasMessageContaining("unknown fields only");
    assertThatThrownBy(() -> CloudScenarios.paper().filled(Map.of("colour", "red")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no field colour");
  }
}
