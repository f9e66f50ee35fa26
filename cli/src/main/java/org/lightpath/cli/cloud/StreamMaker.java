package org.lightpath.cli.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cloud.account.ServiceRules;
import org.lightpath.cloud.fidelity.Neighbours;
import org.lightpath.cloud.fidelity.StreamLight;
import org.lightpath.cloud.fidelity.StreamPath;
import org.lightpath.cloud.fidelity.StreamPulse;
import org.lightpath.cloud.fidelity.StreamShape;
import org.lightpath.cloud.fidelity.StreamSpec;
import org.lightpath.fiber.link.Amplifier;
import org.lightpath.fiber.link.Link;
import org.lightpath.fiber.link.OpticalFilter;
import org.lightpath.fiber.link.Span;
import org.lightpath.fiber.step.StepRule;
import org.lightpath.photonic.core.FieldModulator;

/** Makes the streams that cross a network. */
final class StreamMaker {
  /** Filters of routers are flat-topped. */
  private static final int FILTER_ORDER = 3;

  /** Band of a Gaussian pulse of the standard width, in symbol rates, that a filter should pass. */
  private static final double BAND = 6;

  /** Share of the grid's spacing that a demultiplexer passes at most. */
  private static final double PASSED = 0.75;

  /** Samples of a symbol come in multiples of this, so that windows have quick transforms. */
  private static final int MULTIPLE = 8;

  private static final int MOST_SAMPLES = 64;

  private final Values light;
  private final Values network;
  private final FieldModulator modulator;

  StreamMaker(Values values, FieldModulator modulator) {
    this.light = values.get(LightKeys.LIGHT);
    this.network = values.get(CloudKeys.NETWORK);
    this.modulator = modulator;
  }

  /**
   * Ways of the operands of the simulated edge node.
   *
   * @param launch power of a channel at full scale [W]
   */
  CloudCase.Streams streams(Values execution, NetworkScenario scenario, double launch) {
    NetworkScenario.Service service = scenario.simulated();
    StreamSpec edge = remote(scenario, service.inputs(), launch, 0);
    double skew = light.get(LightKeys.SKEW) * light.get(LightKeys.SYMBOL_RATE);
    boolean stored =
        execution.get(ExecutionKeys.WEIGHTS) == ServiceRules.WeightArrival.STORED_FIRST;
    StreamSpec store =
        stored || service.weights().isEmpty()
            ? local(edge, launch, skew)
            : remote(scenario, service.weights().get(), launch, skew);
    StreamSpec centre = local(edge, launch, 0);
    boolean fromEdge = execution.get(ExecutionKeys.ACTIVATIONS) == ServiceRules.Activations.AT_EDGE;
    return new CloudCase.Streams(edge, store, centre, fromEdge);
  }

  private StreamSpec remote(
      NetworkScenario scenario, NetworkScenario.Stream stream, double launch, double skew) {
    double carrier = scenario.plan().grid().frequency(stream.channel());
    StreamPath path =
        new StreamPath(
            Optional.of(
                amplified(
                    scenario.model().toLink(stream.lightpath().path(), stream.channel(), carrier))),
            Optional.of(filter()),
            carrier,
            new StepRule.NonlinearPhase(light.get(LightKeys.PHASE_STEP)));
    return new StreamSpec(shape(), modulator, laser(launch, skew), neighbours(), path);
  }

  /** With the centre's own amplifier behind it. */
  private Link amplified(Link link) {
    double gain = light.get(LightKeys.RECEIVER_GAIN);
    if (gain == 1) {
      return link;
    }
    List<Span> spans = new ArrayList<>(link.spans());
    spans.add(Span.of(new Amplifier(gain, light.get(LightKeys.CENTRE_NOISE))));
    return new Link(spans);
  }

  /** Beside the core, of the power that arrives from the edge node. */
  private StreamSpec local(StreamSpec edge, double launch, double skew) {
    return new StreamSpec(
        shape(),
        modulator,
        laser(launch * edge.path().netGain(), skew),
        Neighbours.NONE,
        StreamPath.none(edge.path().carrier()));
  }

  private StreamLight laser(double launch, double skew) {
    return new StreamLight(
        launch, light.get(LightKeys.LINEWIDTH), light.get(LightKeys.LOOP_TIME), skew);
  }

  private StreamShape shape() {
    return new StreamShape(
        light.get(LightKeys.SYMBOL_RATE),
        samples(),
        StreamPulse.STANDARD,
        Math.toIntExact(light.get(LightKeys.WINDOW)),
        Math.toIntExact(light.get(LightKeys.GUARD)));
  }

  private int samples() {
    double rate = light.get(LightKeys.SYMBOL_RATE);
    double reach = light.get(LightKeys.NEIGHBOURS) * network.get(NetworkKeys.GRID) + rate;
    int needed = (int) Math.ceil(2 * reach / rate);
    int chosen =
        light
            .find(LightKeys.SAMPLES)
            .map(Math::toIntExact)
            .orElse(Math.max(MULTIPLE, Math.ceilDiv(needed, MULTIPLE) * MULTIPLE));
    if (chosen < needed || chosen > MOST_SAMPLES) {
      throw new IllegalArgumentException(
          ("light: %d neighbours on each side at %.4g Hz need %d samples for each symbol of %.4g Bd,"
                  + " %s; take fewer neighbours, a narrower grid or a higher symbol rate")
              .formatted(
                  light.get(LightKeys.NEIGHBOURS),
                  network.get(NetworkKeys.GRID),
                  needed,
                  rate,
                  chosen < needed ? "got " + chosen : "at most 64 are possible"));
    }
    return chosen;
  }

  private Neighbours neighbours() {
    int side = Math.toIntExact(light.get(LightKeys.NEIGHBOURS));
    return new Neighbours(
        side,
        side == 0 ? 0 : network.get(NetworkKeys.GRID),
        Math.toIntExact(light.get(LightKeys.POLARISATIONS)));
  }

  private OpticalFilter filter() {
    double usual =
        Math.min(BAND * light.get(LightKeys.SYMBOL_RATE), PASSED * network.get(NetworkKeys.GRID));
    return new OpticalFilter(
        new OpticalFilter.SuperGaussian(FILTER_ORDER),
        0,
        light.find(LightKeys.FILTER).orElse(usual));
  }
}
