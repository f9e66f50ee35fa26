package org.lightpath.cli.preset;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.datasets.preset.Preset;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.energy.EnergyBreakdown;
import org.lightpath.photonic.energy.EnergyFigure;
import org.lightpath.photonic.energy.LinkBudget;
import org.lightpath.photonic.energy.published.AlbireoPower;
import org.lightpath.photonic.energy.published.AlbireoScaling;
import org.lightpath.photonic.energy.published.LighteningDesign;
import org.lightpath.photonic.energy.published.LighteningPower;
import org.lightpath.photonic.energy.published.RingBankDesign;
import org.lightpath.photonic.energy.published.Scenarios;

/** Values of published cores. */
final class PublishedCores {
  private static final String CORE = "core";
  private static final Provenance LIGHTENING =
      Provenance.published("Lightening-Transformer (Zhu et al., HPCA 2024) and its artefact");

  private PublishedCores() {}

  static List<Preset> all() {
    List<Preset> presets = new ArrayList<>();
    presets.add(lightening("LT-B", LighteningDesign.base(4), LighteningDesign.base(8)));
    presets.add(lightening("LT-L", LighteningDesign.large(4), LighteningDesign.large(8)));
    presets.add(ringBank());
    for (AlbireoScaling scaling : AlbireoScaling.values()) {
      presets.add(albireo(AlbireoPower.of(scaling)));
    }
    presets.add(centre());
    presets.add(example());
    return presets;
  }

  private static Preset lightening(String name, LighteningDesign coarse, LighteningDesign fine) {
    Entry entry =
        new Entry(name, CORE, "Lightening-Transformer, coherent crossbars", LIGHTENING)
            .with("tiles", coarse.tiles(), "")
            .with("coresPerTile", coarse.coresPerTile(), "")
            .with("rows", LighteningDesign.TILE.rows(), "")
            .with("columns", LighteningDesign.TILE.columns(), "")
            .with("wavelengths", LighteningDesign.TILE.wavelengths(), "")
            .with("symbolRate", LighteningDesign.CLOCK * 1e-9, "GBd")
            .with("linkLoss", LighteningDesign.link().lossDecibels(), "dB", sum());
    for (LighteningDesign design : List.of(coarse, fine)) {
      EnergyBreakdown power = LighteningPower.of(design);
      energy(entry, power, "At%dBits".formatted(design.bits()));
    }
    return entry.preset();
  }

  private static Provenance sum() {
    return Provenance.derived("sum of the artefact's losses, in this order of light");
  }

  private static void energy(Entry entry, EnergyBreakdown power, String suffix) {
    entry
        .with("power" + suffix, power.totalWatts(), "W", power.provenance())
        .with("energy" + suffix, power.total().milliwattsPerTops(), "mW/TOPS", power.provenance());
  }

  private static Preset ringBank() {
    RingBankDesign design = RingBankDesign.published(4);
    LinkBudget link = RingBankDesign.link();
    return new Entry(
            "mrr-bank",
            CORE,
            "Microring bank that Lightening-Transformer compares with",
            LIGHTENING)
        .with("tiles", design.tiles(), "")
        .with("coresPerTile", design.coresPerTile(), "")
        .with("rows", RingBankDesign.SIZE, "")
        .with("columns", RingBankDesign.SIZE, "")
        .with("symbolRate", LighteningDesign.CLOCK * 1e-9, "GBd")
        .with("linkLoss", link.lossDecibels(), "dB", sum())
        .preset();
  }

  private static Preset albireo(EnergyBreakdown power) {
    Entry entry =
        new Entry(
                power.name(),
                CORE,
                "Albireo (Shiflett et al., ISCA 2021), Table III; "
                    + power.throughput().operation().label(),
                power.provenance())
            .with("throughput", power.throughput().tops(), "TOPS");
    power.components().forEach(one -> entry.with(one.name(), one.watts(), "W", one.provenance()));
    energy(entry, power, "");
    return entry.preset();
  }

  private static Preset centre() {
    EnergyFigure figure = Scenarios.opticalComputingCentre();
    return new Entry(
            "optical-computing-centre",
            CORE,
            "Optical computing centre; " + figure.operation().label(),
            figure.provenance())
        .with("energy", figure.milliwattsPerTops(), "mW/TOPS")
        .preset();
  }

  private static Preset example() {
    EnergyBreakdown power = Scenarios.example118p6();
    Entry entry =
        new Entry(
                power.name(),
                CORE,
                "LT-B at 4 bits behind a lossy link: an example of ours, not the paper's",
                power.provenance())
            .with("linkLoss", Scenarios.EXAMPLE_LINK_DECIBELS, "dB");
    energy(entry, power, "");
    return entry.preset();
  }
}
