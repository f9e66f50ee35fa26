package org.lightpath.photonic.energy.published;

import java.util.List;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.energy.Component;
import org.lightpath.photonic.energy.EnergyFigure;
import org.lightpath.photonic.energy.OperationDefinition;
import org.lightpath.photonic.receiver.Photons;

/** Published results, as printed or as their artefacts give them. Ours are in {@link OurTables}. */
public final class PublishedTables {
  /** Columns of {@link #lighteningPower()}. */
  static final List<String> LIGHTENING_COLUMNS =
      List.of(
          "total",
          Component.LASER,
          Component.DAC,
          Component.MZM,
          Component.ADC,
          Component.TIA,
          Component.PHOTODIODE,
          Component.MEMORY);

  /** Columns of {@link #albireoPower()}. */
  static final List<String> ALBIREO_COLUMNS =
      List.of(
          Component.MRR,
          Component.MZM,
          Component.LASER,
          Component.TIA,
          Component.DAC,
          Component.ADC,
          Component.MEMORY,
          "total");

  private static final Provenance LIGHTENING =
      Provenance.published("Lightening-Transformer (HPCA 2024), output of its artefact");
  private static final Provenance ALBIREO =
      Provenance.published("Albireo (ISCA 2021), Table III, as entered in CiMLoop's _tests.py");
  private static final Provenance CARDS =
      Provenance.published("PhotonicBench cards, a secondary source");

  private PublishedTables() {}

  /** LT-B by bits, 1 MAC = 2 op, 138.24 TOPS; memory without the adders. */
  public static PublishedTable lighteningPower() {
    return new PublishedTable(
        "Lightening-Transformer LT-B, power by bits",
        "mW/TOPS (1 MAC = 2 op)",
        LIGHTENING_COLUMNS,
        List.of(
            row("3", 92.327, 2.785, 15.501, 29.167, 11.562, 12.5, 18.333, 2.289),
            row("4", 106.717, 5.571, 23.251, 29.167, 15.417, 12.5, 18.333, 2.289),
            row("5", 130.093, 11.141, 37.202, 29.167, 19.271, 12.5, 18.333, 2.289),
            row("6", 169.890, 22.283, 62.004, 29.167, 23.125, 12.5, 18.333, 2.289),
            row("8", 368.455, 89.131, 186.012, 29.167, 30.833, 12.5, 18.333, 2.289)),
        LIGHTENING);
  }

  /** Totals of LT in all digits. */
  public static PublishedTable lighteningTotals() {
    return new PublishedTable(
        "Lightening-Transformer, total power",
        "mW",
        List.of("4 bit", "8 bit"),
        List.of(
            row("LT-B", 14752.610938746402, 50935.18706), row("LT-L", 28055.76121, 95920.91346)),
        LIGHTENING);
  }

  /** Energy and time of whole networks. */
  public static PublishedTable lighteningWorkloads() {
    return new PublishedTable(
        "Lightening-Transformer, one inference",
        "mJ, ms",
        List.of("LT-B 4 bit mJ", "LT-B 4 bit ms", "LT-B 8 bit mJ", "MRR 4 bit mJ", "MRR 4 bit ms"),
        List.of(
            row("DeiT-T", 0.38430121867, 0.0193532262, 1.20547437, 1.53825081, 0.24428003),
            row("DeiT-B", 5.43714944, 0.26527890, 16.98198412, 22.08041206, 3.46698),
            row("BERT-L", 27.93731619, 1.51343547, 90.54277976, 124.4455795, 20.2146655)),
        LIGHTENING);
  }

  /** Albireo by generation. */
  public static PublishedTable albireoPower() {
    return new PublishedTable(
        "Albireo, Table III",
        "W",
        ALBIREO_COLUMNS,
        List.of(
            row("conservative", 7.52, 3.45, 2.36, 0.14, 7.93, 1.31, 0.03, 22.74),
            row("moderate", 0.94, 0.43, 0.09, 0.07, 3.98, 0.65, 0.03, 6.19),
            row("aggressive", 0.38, 0.17, 0.12, 0.01, 0.80, 0.13, 0.03, 1.64)),
        ALBIREO);
  }

  private static PublishedTable.Row row(String name, Double... values) {
    return PublishedTable.Row.of(name, values);
  }

  /**
   * Single figures of other systems. Where a source gives TOPS/W and does not define the operation,
   * the figure says so.
   */
  public static List<EnergyFigure> otherSystems() {
    return List.of(
        Scenarios.opticalComputingCentre(),
        perWatt(
            "TeMPO",
            22.3,
            Provenance.published("TeMPO, J. Appl. Phys. 135:223105 (2024), abstract")),
        perWatt("PACE with lasers", 2.38, CARDS),
        perWatt("PACE without lasers", 4.21, CARDS),
        perTops("HITOP", 25, CARDS),
        perTops("AWGR accelerator, 262 TOPS", 273, CARDS),
        perTops("Taichi, on-chip only", 6.25, CARDS),
        perTops("Meyer 2026, a measured system", 45_000, CARDS),
        perWatt(
            "Lightning chip model", 1.23, Provenance.published("CiMLoop's notebook on Lightning")));
  }

  /**
   * Optical energy of a multiplication alone, without lasers' efficiency and electronics:
   * comparable with each other and with the laser's share of a breakdown only.
   */
  public static List<EnergyFigure> opticalEnergies() {
    return List.of(
        optical(
            "Netcast, optical energy, 98.8 % accuracy",
            40e-18, "Netcast (Science 2022), 40 aJ a multiplication"),
        optical(
            "Hamerly 2019, quantum limit",
            50e-21,
            "Hamerly et al., Phys. Rev. X 9:021032 (2019), as low as 50 zJ/MAC"),
        optical(
            "Wang 2021, optical energy, 90 % accuracy",
            Photons.energy(0.64, 532e-9),
            "Wang et al. (2021), 0.64 photon at 532 nm a multiplication"));
  }

  private static EnergyFigure optical(String name, double joules, String source) {
    return EnergyFigure.ofMac(
        name, joules, OperationDefinition.MAC_IS_ONE_OP, Provenance.published(source));
  }

  private static EnergyFigure perWatt(String name, double topsPerWatt, Provenance provenance) {
    return perTops(name, 1000 / topsPerWatt, provenance);
  }

  private static EnergyFigure perTops(String name, double value, Provenance provenance) {
    return EnergyFigure.ofMilliwattsPerTops(name, value, OperationDefinition.UNSTATED, provenance);
  }
}
