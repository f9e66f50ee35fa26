package org.lightpath.cli.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Place;
import org.lightpath.cli.experiment.Problems;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.CommonKeys;
import org.lightpath.cli.kind.Outcome;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.photonic.core.CoreSeeds;
import org.lightpath.photonic.core.LightSizing;
import org.lightpath.photonic.core.MatrixCore;
import org.lightpath.photonic.core.OperandRange;
import org.lightpath.photonic.core.ProductRequest;

/** Turns the values of a file into a core experiment, and tells what physics forbids. */
final class CoreSetup {
  private final Values values;
  private final Path folder;
  private final Problems problems;

  CoreSetup(Values values, Path folder, Problems problems) {
    this.values = values;
    this.folder = folder;
    this.problems = problems;
  }

  Optional<CoreSpec> prepare() {
    new CoreChecks(values, problems).check();
    checkMemory();
    List<Swept> swept = swept();
    if (problems.hasErrors()) {
      return Optional.empty();
    }
    OperandSetup setup = new OperandSetup(values, folder, problems);
    Optional<Operands> operands = setup.operands();
    Optional<OperandRange> range = operands.flatMap(setup::range);
    if (operands.isEmpty() || range.isEmpty() || problems.hasErrors()) {
      return Optional.empty();
    }
    ProductRequest request =
        new ProductRequest(
            operands.get().shape(),
            operands.get().precision(),
            range.get(),
            new CoreSeeds(values.get(CommonKeys.SEED), values.get(CommonKeys.SEED)),
            values.get(CoreKeys.PRODUCT).get(CoreKeys.TILING));
    List<CoreSpec.Case> cases = new ArrayList<>();
    int size = swept.isEmpty() ? 1 : swept.getFirst().values().size();
    for (int index = 0; index < size && !problems.hasErrors(); index++) {
      oneCase(index, request, operands.get()).ifPresent(cases::add);
    }
    return problems.hasErrors()
        ? Optional.empty()
        : Optional.of(
            new CoreSpec(
                operands.get(),
                cases,
                swept.stream().findFirst().map(Swept::batch),
                new CoreSpec.Options(
                    Math.toIntExact(values.get(CoreKeys.DRAWS)),
                    values.get(CoreKeys.RECEIVER).get(CoreKeys.CALIBRATE),
                    values.get(CommonKeys.SEED))));
  }

  /** Cores refuse what cannot be built, with values and units. */
  private Optional<CoreSpec.Case> oneCase(int index, ProductRequest request, Operands operands) {
    try {
      CoreParts parts = new CoreParts(values, index, sized(index, request, operands));
      CoreMaker maker = new CoreMaker(values, index, parts);
      MatrixCore core = maker.core();
      core.prepare(request);
      Optional<CoreEnergy> cost = cost(parts, request);
      return problems.hasErrors()
          ? Optional.empty()
          : Optional.of(
              new CoreSpec.Case(
                  core, request, maker.raw(), parts.receivedPower(), maker.law(), cost));
    } catch (IllegalArgumentException e) {
      problems.error(corePlace(), "core: " + e.getMessage(), "");
      return Optional.empty();
    }
  }

  /** Photons for each multiplication, where the file asks for an SNR. */
  private OptionalDouble sized(int index, ProductRequest request, Operands operands) {
    Optional<Double> wanted = values.get(CoreKeys.LIGHT).find(CoreKeys.SNR);
    if (wanted.isEmpty()) {
      return OptionalDouble.empty();
    }
    CoreParts parts = new CoreParts(values, index, OptionalDouble.of(1));
    MatrixCore core = new CoreMaker(values, index, parts).core();
    try (RealMatrix right = operands.rightMatrix()) {
      return OptionalDouble.of(LightSizing.photonsPerMac(core, request, right, wanted.get()));
    } catch (IllegalArgumentException e) {
      Values light = values.get(CoreKeys.LIGHT);
      problems.error(light.place(CoreKeys.SNR), "light.snr: " + e.getMessage(), "ask for less");
      return OptionalDouble.empty();
    }
  }

  /** Intensity cores have no symbol memory: their neighbouring terms are wavelengths. */
  private void checkMemory() {
    double memory = new CoreParts(values, 0).memory();
    ChipKeys.Type type = values.get(CoreKeys.CORE).get(ChipKeys.TYPE);
    if (ChipKeys.INTENSITY.contains(type) && memory > CoreParts.NEGLIGIBLE_MEMORY) {
      problems.warning(
          values.get(CoreKeys.MODULATOR).place(CoreKeys.BANDWIDTH),
          ("modulator.bandwidth has no effect: a symbol keeps %.2g of the one before, but memory is"
                  + " modelled in homodyne cores only")
              .formatted(memory),
          "lower light.symbolRate, or raise the bandwidth");
    }
  }

  /** A bank is refused for what its rings make of the spacing of its channels. */
  private Place corePlace() {
    Values chip = values.get(CoreKeys.CORE);
    boolean spaced =
        chip.get(ChipKeys.TYPE) == ChipKeys.Type.WEIGHT_BANK && chip.given(ChipKeys.SPACING);
    return spaced ? chip.place(ChipKeys.SPACING) : values.place(CoreKeys.CORE);
  }

  /** Converters are refused where no published one has the bits at the rate. */
  private Optional<CoreEnergy> cost(CoreParts parts, ProductRequest request) {
    try {
      return CoreEnergy.of(values, parts, request);
    } catch (IllegalArgumentException e) {
      Values modulator = values.get(CoreKeys.MODULATOR);
      problems.error(
          modulator.given(CoreKeys.BITS)
              ? modulator.place(CoreKeys.BITS)
              : values.place(
                  values.find(HardwareKeys.HARDWARE).isPresent()
                      ? HardwareKeys.HARDWARE
                      : HardwareKeys.ARCHITECTURE),
          "energy: " + e.getMessage(),
          "");
      return Optional.empty();
    }
  }

  /** A list of more than one value. */
  private record Swept(String parameter, String unit, List<Double> values, Place place) {
    Outcome.Batch batch() {
      return new Outcome.Batch(parameter, unit, values);
    }
  }

  /** The lists among the keys, which must be equally long. */
  private List<Swept> swept() {
    Values chip = values.get(CoreKeys.CORE);
    List<Swept> swept = new ArrayList<>();
    add(swept, values.get(CoreKeys.LIGHT), CoreKeys.PHOTONS, "photons per MAC", "");
    add(swept, values.get(CoreKeys.MODULATOR), CoreKeys.BITS, "bits of the operands", "bit");
    add(swept, values.get(CoreKeys.RECEIVER), CoreKeys.ADC_BITS, "bits of the readout", "bit");
    add(swept, chip, ChipKeys.SPACING, "channel spacing", "m");
    add(swept, chip, ChipKeys.PHASE_NOISE, "phase noise", "rad");
    add(swept, chip, ChipKeys.SPLITTER, "splitter error", "rad");
    for (Swept one : swept) {
      if (one.values().size() != swept.getFirst().values().size()) {
        problems.error(
            one.place(),
            "%d values of %s, but %d of %s: lists go in step and must be equally long"
                .formatted(
                    one.values().size(),
                    one.parameter(),
                    swept.getFirst().values().size(),
                    swept.getFirst().parameter()),
            "");
      }
    }
    return swept;
  }

  private static <N extends Number> void add(
      List<Swept> swept, Values section, Key<List<N>> key, String parameter, String unit) {
    section
        .find(key)
        .filter(list -> list.size() > 1)
        .ifPresent(
            list ->
                swept.add(
                    new Swept(
                        parameter,
                        unit,
                        list.stream().map(Number::doubleValue).toList(),
                        section.place(key))));
  }
}
