package org.lightpath.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lightpath.cli.ExitCode;
import org.lightpath.cli.experiment.Suggestion;
import org.lightpath.cli.preset.Catalogue;
import org.lightpath.datasets.preset.Preset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints presets. */
@Command(
    name = "presets",
    description =
        "Prints the presets (fibres, amplifiers, devices, cores, models, networks, accounts): each"
            + " value with its unit and source.",
    mixinStandardHelpOptions = true)
public final class PresetsCommand implements Callable<Integer> {
  /** Least width of the keys, so that most presets stand alike. */
  private static final int NARROWEST = 13;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "One preset; default all.")
  private @Nullable String name;

  /** Creates the command. */
  public PresetsCommand() {}

  @Override
  public Integer call() {
    String wanted = name;
    if (wanted == null) {
      Catalogue.all().forEach(PresetsCommand::print);
      return ExitCode.DONE;
    }
    Catalogue.find(wanted).ifPresentOrElse(PresetsCommand::print, () -> refuse(wanted));
    return ExitCode.DONE;
  }

  private void refuse(String wanted) {
    List<String> names = Catalogue.all().stream().map(Preset::name).toList();
    String hint =
        Suggestion.nearest(wanted, names).map(near -> "; did you mean '" + near + "'?").orElse("");
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(),
          "unknown preset '%s': expected one of %s%s"
              .formatted(wanted, String.join(", ", names), hint));
    }
  }

  private static void print(Preset preset) {
    System.out.printf("%s (%s): %s%n", preset.name(), preset.kind(), preset.title());
    int width = preset.values().stream().mapToInt(value -> value.key().length()).max().orElse(0);
    String form = "  %-" + Math.max(NARROWEST, width) + "s ";
    for (Preset.Value value : preset.values()) {
      System.out.printf(form + "%s%n", value.key(), value.text());
      System.out.printf(form + "  source: %s%n", "", value.source());
    }
  }
}
