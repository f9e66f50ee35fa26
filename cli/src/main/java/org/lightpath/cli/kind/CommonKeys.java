package org.lightpath.cli.kind;

import java.util.List;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.experiment.ValueType;
import org.lightpath.core.field.Precision;

/** Keys that every kind of experiment has. */
public final class CommonKeys {
  /** Version of the experiment file. */
  public static final String SCHEMA_VERSION = "lightpath/1";

  /** Name of the experiment. */
  public static final Key<String> NAME =
      Key.of("name", Types.text("a name"), "Name of the experiment, for its run folder and report.")
          .defaultsTo("experiment", "the name of the file takes its place");

  /** What the experiment shows. */
  public static final Key<String> DESCRIPTION =
      Key.of("description", Types.text("a sentence"), "What the experiment shows, for the report.");

  /** Engine. */
  public static final Key<String> ENGINE =
      Key.of(
              "engine",
              Types.text("an engine such as auto or cpu"),
              "Engine that computes; 'lightpath devices' lists them.")
          .defaultsTo("auto", "the fastest engine that is present");

  /** Devices of the engine. */
  public static final Key<List<Long>> DEVICE =
      Key.of(
              "device",
              Types.oneOrMany(Types.whole(0, 1023, "")),
              "Number of the engine's device; several share each batch.")
          .defaultsTo("0", "the first device");

  /** Threads of the engine. */
  public static final Key<Long> THREADS =
      Key.of("threads", Types.whole(0, 4096, ""), "Host threads the engine may use; 0 for all.")
          .defaultsTo("0", "one for each core");

  /** Precision. */
  public static final Key<Precision> PRECISION =
      Key.of(
              "precision",
              Types.choice(Precision.class),
              "Floating-point precision of the fields: single halves the memory.")
          .defaultsTo("double", "rounding stays far below the error of the steps");

  /** Seed. */
  public static final Key<Long> SEED =
      Key.of(
              "seed",
              Types.whole(0, Long.MAX_VALUE, ""),
              "Seed of all random draws: data, laser phase, amplifier noise.")
          .defaultsTo("1", "any number; the same seed gives the same run");

  private static final Key<String> SCHEMA =
      Key.of("schema", Types.words(List.of(SCHEMA_VERSION)), "Version of the keys in this file.")
          .defaultsTo(SCHEMA_VERSION, "the only version so far");

  private CommonKeys() {}

  /** A precision as experiment files write it. */
  public static String word(Precision precision) {
    return Types.hyphenated(precision);
  }

  /** A section that begins with the common keys. */
  public static Section.Builder section(String kind, String doc) {
    ValueType<String> itself = Types.words(List.of(kind));
    Key<String> kindKey = Key.of("kind", itself, "Kind of experiment.").require();
    return Section.named("an experiment of kind " + kind, doc)
        .keys(SCHEMA, kindKey, NAME, DESCRIPTION)
        .keys(ENGINE, DEVICE, THREADS, PRECISION, SEED);
  }
}
