package org.lightpath.cli.mesh;

import java.util.EnumSet;
import java.util.List;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.CommonKeys;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.core.quantity.QuantityKind;

/** Keys of experiments of kind {@code mesh}. */
final class MeshKeys {
  /** Arrangement of the interferometers. */
  enum Layout {
    CLEMENTS,
    RECK
  }

  /** Matrix that the mesh shall be. */
  enum Target {
    HAAR,
    FOURIER,
    FILE
  }

  /** How lists of errors make cases. */
  enum Combine {
    IN_STEP,
    GRID
  }

  static final Key<Long> MODES =
      Key.of("modes", Types.whole(2, 4096, "a mesh has at least two modes"), "N, waveguides.")
          .defaultsTo("64", "large enough for the closed forms, quick");

  static final Key<List<Layout>> LAYOUT =
      Key.of(
              "layout",
              Types.oneOrMany(Types.choice(Layout.class)),
              "Arrangement: clements (rectangular, N columns) or reck (triangular, 2N − 3); a list"
                  + " compares them.")
          .defaultsTo("clements", "the shallower of the two");

  static final Key<Target> TARGET =
      Key.of(
              "target",
              Types.choice(Target.class),
              "Unitary matrix that is wanted: haar (random), fourier, or read from a file.")
          .defaultsTo("haar", "the usual test; the closed forms are means over it");

  static final Key<String> FILE =
      Key.of(
          "file",
          Types.text("a file name"),
          "NPY file with an N × N unitary matrix, complex or real, relative to the experiment"
              + " file.");

  static final Key<Values> MESH =
      Key.of(
              "mesh",
              Types.section(
                  Section.named("a mesh", "The mesh as it is designed.")
                      .keys(MODES, LAYOUT, TARGET, FILE)
                      .usedFor(TARGET, EnumSet.of(Target.FILE), FILE)
                      .build()),
              "The mesh as it is designed.")
          .defaultsTo("{}", "a rectangular mesh of a random matrix");

  static final Key<List<Double>> SPLITTER =
      Key.of(
              "splitter",
              Types.oneOrMany(
                  Types.quantity(QuantityKind.ANGLE)
                      .atLeast(0, "a standard deviation")
                      .usually(0, 0.3)),
              "Standard deviation of each coupler's angle from π/4; a list makes cases.")
          .defaultsTo("0 rad", "none unless it is known");

  static final Key<List<Double>> PHASE =
      Key.of(
              "phase",
              Types.oneOrMany(
                  Types.quantity(QuantityKind.ANGLE)
                      .atLeast(0, "a standard deviation")
                      .usually(0, 0.5)),
              "Standard deviation of each static phase error; a list makes cases.")
          .defaultsTo("0 rad", "none unless it is known");

  static final Key<Combine> COMBINE =
      Key.of(
              "combine",
              Types.choice(Combine.class),
              "Two lists: in-step takes their first values together, and so on; grid takes every"
                  + " pair.")
          .defaultsTo("in-step", "as lists do everywhere");

  static final Key<Long> BITS =
      Key.of(
          "bits",
          Types.whole(1, 32, "a converter has bits"),
          "Bits of the phase setting over 2π; default: exact.");

  static final Key<Double> LOSS =
      Key.of(
              "loss",
              Types.quantity(QuantityKind.RATIO).atLeast(1, "loss is 0 dB or more"),
              "Mean loss of a passage through one interferometer.")
          .defaultsTo("0 dB", "none unless it is known");

  static final Key<Double> LOSS_SPREAD =
      Key.of(
              "lossSpread",
              Types.quantity(QuantityKind.RATIO).atLeast(1, "a spread is 0 dB or more"),
              "Standard deviation of the loss of each arm segment.")
          .defaultsTo("0 dB", "equal arms");

  static final Key<Double> COLUMN_PITCH =
      Key.of(
              "columnPitch",
              Types.quantity(QuantityKind.LENGTH).above(0, "a distance is positive"),
              "Distance of columns along the light.")
          .require();

  static final Key<Double> MODE_PITCH =
      Key.of(
              "modePitch",
              Types.quantity(QuantityKind.LENGTH).above(0, "a distance is positive"),
              "Distance of waveguides.")
          .require();

  static final Key<Double> ARM_SPACING =
      Key.of(
              "armSpacing",
              Types.quantity(QuantityKind.LENGTH).above(0, "a distance is positive"),
              "Distance of the two arms of an interferometer; at most modePitch.")
          .require();

  static final Key<Double> CUTOFF =
      Key.of(
              "cutoff",
              Types.quantity(QuantityKind.LENGTH).above(0, "a distance is positive"),
              "Distance up to which heat is counted.")
          .defaultsTo("100 um", "the fit is below 1e-6 there");

  static final Key<Values> CROSSTALK =
      Key.of(
          "crosstalk",
          Types.section(
              Section.named("thermal crosstalk", "Geometry of the heaters.")
                  .keys(COLUMN_PITCH, MODE_PITCH, ARM_SPACING, CUTOFF)
                  .build()),
          "Heat of phase shifters that reaches their neighbours; default: none.");

  static final Key<Values> ERRORS =
      Key.of(
              "errors",
              Types.section(
                  Section.named("errors", "What fabrication and driving do to the mesh.")
                      .keys(SPLITTER, PHASE, COMBINE, BITS, LOSS, LOSS_SPREAD, CROSSTALK)
                      .build()),
              "What fabrication and driving do to the mesh.")
          .defaultsTo("{}", "none");

  static final Key<Long> CHIPS =
      Key.of(
              "chips",
              Types.whole(1, 100_000, "at least one chip"),
              "Chips of each case, with seeds seed, seed + 1, …: the same in every case and layout.")
          .defaultsTo(
              "30", "the mean of the fidelity is then known to about a fifth of its spread");

  static final Key<Boolean> SELF_CONFIGURE =
      Key.of(
              "selfConfigure",
              Types.flag(),
              "Whether settings are corrected for the chip's coupler and phase errors, one"
                  + " interferometer after the other.")
          .defaultsTo("false", "shows what the errors do");

  static final Key<MeshPlan.Method> METHOD =
      Key.of(
              "method",
              Types.choice(MeshPlan.Method.class),
              "How the chip's matrix is computed: blocks, or columns one after the other.")
          .defaultsTo("blocks", "faster for whole matrices");

  static final Section SECTION =
      CommonKeys.section("mesh", "An interferometer mesh and what fabrication makes of it.")
          .keys(MESH, ERRORS, CHIPS, SELF_CONFIGURE, METHOD)
          .build();

  private MeshKeys() {}
}
