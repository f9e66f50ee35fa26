package org.lightpath.cli.cloud;

import java.util.List;
import org.lightpath.cli.core.CoreKeys;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.CommonKeys;

/** Keys of experiments of kind {@code cloud}. */
final class CloudKeys {
  static final Key<Values> MODEL =
      Key.of("model", Types.section(ModelKeys.SECTION), "What is executed, and on what.").require();

  static final Key<Values> NETWORK =
      Key.of(
              "network",
              Types.section(NetworkKeys.SECTION),
              "What light crosses between edge nodes and computing centre.")
          .require();

  static final Key<String> SCENARIO =
      Key.of(
          "scenario",
          Types.words(List.of("xing-2025")),
          "Published experiment that this run stands for: the report lists what is known of it and"
              + " what this run fills in.");

  static final Section SECTION =
      CommonKeys.section("cloud", "A generative model executed by light over a fibre network.")
          .keys(MODEL, NETWORK, LightKeys.LIGHT, CoreKeys.MODULATOR, CentreKeys.CORE)
          .keys(ExecutionKeys.EXECUTION, TrafficKeys.TRAFFIC, CentreKeys.HARDWARE, SCENARIO)
          .build();

  private CloudKeys() {}
}
