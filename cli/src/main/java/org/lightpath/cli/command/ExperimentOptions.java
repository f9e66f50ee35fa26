package org.lightpath.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lightpath.cli.experiment.Replacement;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that take the place of keys of the experiment file. */
public final class ExperimentOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "Engine that computes: auto, or one that 'lightpath devices' lists.")
  private @Nullable String engine;

  @Option(
      names = "--device",
      paramLabel = "N[,N]",
      description = "Number of the engine's device; several share each batch.")
  private @Nullable String device;

  @Option(
      names = "--precision",
      paramLabel = "P",
      description = "Floating-point precision: single or double.")
  private @Nullable String precision;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of all random draws.")
  private @Nullable String seed;

  @Option(names = "--threads", paramLabel = "N", description = "Host threads; 0 for all cores.")
  private @Nullable String threads;

  @Option(
      names = "--set",
      paramLabel = "path=value",
      description = "Replaces a value of the file, for instance --set fibre.length='80 km'.")
  private List<String> settings = new ArrayList<>();

  /** Creates the options; the command line fills them. */
  public ExperimentOptions() {}

  /** What they replace, in order; the named options last. */
  List<Replacement> replacements() {
    List<Replacement> all = new ArrayList<>();
    for (String setting : settings) {
      int mark = setting.indexOf('=');
      if (mark < 1 && spec != null) {
        throw new ParameterException(
            spec.commandLine(),
            "--set '%s': expected path=value, for instance --set length='80 km'"
                .formatted(setting));
      }
      all.add(new Replacement(setting.substring(0, mark), setting.substring(mark + 1), "--set"));
    }
    add(all, "engine", engine);
    add(all, "device", device != null && device.contains(",") ? "[" + device + "]" : device);
    add(all, "precision", precision);
    add(all, "seed", seed);
    add(all, "threads", threads);
    return all;
  }

  private static void add(List<Replacement> all, String key, @Nullable String value) {
    if (value != null) {
      all.add(new Replacement(key, value, "--" + key));
    }
  }
}
