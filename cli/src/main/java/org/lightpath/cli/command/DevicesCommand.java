package org.lightpath.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lightpath.cli.ExitCode;
import org.lightpath.cli.run.Json;
import org.lightpath.core.engine.DeviceDescription;
import org.lightpath.core.engine.EngineProvider;
import org.lightpath.core.engine.EngineUnavailableException;
import org.lightpath.core.engine.Engines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists engines and devices. */
@Command(
    name = "devices",
    description = {
      "Lists the engines and devices that can be used here.",
      "For each engine that cannot be used it says why, and what to install."
    },
    mixinStandardHelpOptions = true)
public final class DevicesCommand implements Callable<Integer> {
  private static final int NEVER_AUTOMATIC = -1;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  /** Creates the command. */
  public DevicesCommand() {}

  @Override
  public Integer call() {
    if (json) {
      System.out.print(Json.text(list()));
      return ExitCode.DONE;
    }
    Optional<String> chosen = chosen();
    for (EngineProvider provider : Engines.providers()) {
      provider
          .unavailable()
          .ifPresentOrElse(
              reason -> System.out.printf("%s: not available: %s%n", provider.name(), reason),
              () -> provider.devices().forEach(device -> print(device, chosen)));
    }
    Engines.absent()
        .forEach((name, reason) -> System.out.printf("%s: not available: %s%n", name, reason));
    return ExitCode.DONE;
  }

  private static Optional<String> chosen() {
    try {
      return Optional.of(Engines.choose(Engines.AUTO).name());
    } catch (EngineUnavailableException _) {
      return Optional.empty();
    }
  }

  private static void print(DeviceDescription device, Optional<String> chosen) {
    boolean automatic = device.index() == 0 && chosen.equals(Optional.of(device.engine()));
    System.out.printf(
        Locale.ROOT,
        "%s:%d  %s%s%n    %s; %d compute units; %.1f GiB; %s%n",
        device.engine(),
        device.index(),
        device.name(),
        automatic ? "  (auto)" : "",
        device.driver(),
        device.computeUnits(),
        device.memoryBytes() / 1073741824.0,
        device.doublePrecision() ? "single and double precision" : "single precision only");
    device.notes().forEach(note -> System.out.println("    " + note));
  }

  private static ObjectNode list() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    chosen().ifPresent(name -> root.put("auto", name));
    ArrayNode engines = root.putArray("engines");
    for (EngineProvider provider : Engines.providers()) {
      ObjectNode engine = engines.addObject();
      engine.put("name", provider.name()).put("rank", provider.rank());
      engine.put("available", provider.unavailable().isEmpty());
      provider.unavailable().ifPresent(reason -> engine.put("reason", reason));
      ArrayNode devices = engine.putArray("devices");
      provider.devices().forEach(device -> add(devices.addObject(), device));
    }
    Engines.absent().forEach((name, reason) -> addAbsent(engines.addObject(), name, reason));
    return root;
  }

  private static void addAbsent(ObjectNode engine, String name, String reason) {
    engine.put("name", name).put("rank", NEVER_AUTOMATIC);
    engine.put("available", false).put("reason", reason);
    engine.putArray("devices");
  }

  private static void add(ObjectNode node, DeviceDescription device) {
    node.put("index", device.index()).put("name", device.name()).put("driver", device.driver());
    node.put("memory_bytes", device.memoryBytes());
    node.put("localMemory_bytes", device.localMemoryBytes());
    node.put("computeUnits", device.computeUnits());
    node.put("doublePrecision", device.doublePrecision());
    ArrayNode notes = node.putArray("notes");
    device.notes().forEach(notes::add);
  }
}
