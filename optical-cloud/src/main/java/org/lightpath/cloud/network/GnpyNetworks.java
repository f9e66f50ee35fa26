package org.lightpath.cloud.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lightpath.datasets.network.GnpyElement;
import org.lightpath.datasets.network.GnpyEquipment;
import org.lightpath.datasets.network.GnpyTopology;
import org.lightpath.fiber.Optics;

/**
 * Networks from GNPy's files.
 *
 * <p>Transceivers become edge nodes and ROADMs become ROADMs that light only passes; fibres,
 * amplifiers and fused points between two of them become one link. Amplifiers' noise has GNPy's
 * density F G hν/2. A ROADM's add/drop OSNR stands at the transceivers beside it, half of the noise
 * at each end, as in GNPy. There is no automatic design: what the files leave open is refused, or
 * said in a warning.
 */
public final class GnpyNetworks {
  private final GnpyTopology topology;
  private final GnpyEquipment equipment;
  private final Map<String, GnpyElement> elements;
  private final List<String> warnings;

  private GnpyNetworks(GnpyTopology topology, GnpyEquipment equipment) {
    this.topology = topology;
    this.equipment = equipment;
    this.elements = topology.byUid();
    this.warnings = new ArrayList<>(topology.warnings());
  }

  /**
   * The network of a topology and an equipment library.
   *
   * @throws IllegalArgumentException if they do not fit, or leave something to automatic design;
   *     names the element
   */
  public static ImportedNetwork of(GnpyTopology topology, GnpyEquipment equipment) {
    return new GnpyNetworks(topology, equipment).convert();
  }

  private ImportedNetwork convert() {
    NetworkBuilder builder = new NetworkBuilder(topology.name());
    for (GnpyElement element : topology.elements()) {
      if (isNode(element)) {
        builder.node(node(element));
      }
    }
    for (GnpyElement element : topology.elements()) {
      if (isNode(element)) {
        for (String next : topology.successors(element.uid())) {
          addLine(builder, element.uid(), next);
        }
      }
    }
    Network network = builder.build();
    return new ImportedNetwork(network, grid(), transmission(), warnings);
  }

  private GnpyElement element(String uid) {
    return Objects.requireNonNull(elements.get(uid), uid);
  }

  private static boolean isNode(GnpyElement element) {
    return element instanceof GnpyElement.Transceiver || element instanceof GnpyElement.Roadm;
  }

  private NetworkNode node(GnpyElement element) {
    NetworkNode node =
        switch (element) {
          case GnpyElement.Roadm roadm -> roadm(roadm);
          default -> transceiver(element);
        };
    return element.place().map(p -> node.at(p.longitude(), p.latitude())).orElse(node);
  }

  private NetworkNode transceiver(GnpyElement element) {
    NodeEquipment plain = NodeEquipment.passive(Ports.terminal(1, 1));
    OptionalDouble osnr = OptionalDouble.empty();
    for (GnpyTopology.Connection connection : topology.connections()) {
      boolean adds = connection.from().equals(element.uid());
      boolean drops = connection.to().equals(element.uid());
      GnpyElement neighbour = element(adds ? connection.to() : connection.from());
      if ((adds || drops) && neighbour instanceof GnpyElement.Roadm roadm) {
        osnr = type(roadm).addDropOsnr();
      }
    }
    // The value of the file is that of an add and a drop port together, of equal noise.
    NodeEquipment equipped =
        osnr.isPresent()
            ? plain.withAddDropOsnr(2 * Optics.fromDecibels(osnr.getAsDouble()))
            : plain;
    return new NetworkNode(element.uid(), NodeKind.EDGE, equipped);
  }

  private NetworkNode roadm(GnpyElement.Roadm roadm) {
    OptionalDouble target = roadm.target().isPresent() ? roadm.target() : type(roadm).target();
    roadm
        .targetByDegree()
        .forEach(
            (degree, level) -> {
              if (target.isEmpty() || level != target.getAsDouble()) {
                throw new IllegalArgumentException(
                    "ROADM '%s': the target of %s dBm towards '%s' differs from that of the node (%s); one target for all ways out is supported"
                        .formatted(roadm.uid(), level, degree, target));
              }
            });
    NodeEquipment plain = NodeEquipment.passive(Ports.throughOnly(1));
    return new NetworkNode(
        roadm.uid(),
        NodeKind.ROADM,
        target.isPresent() ? plain.withTargetPower(Optics.fromDbm(target.getAsDouble())) : plain);
  }

  private GnpyEquipment.RoadmType type(GnpyElement.Roadm roadm) {
    GnpyEquipment.RoadmType type = equipment.roadms().get(roadm.variety());
    if (type == null) {
      throw new IllegalArgumentException(
          "ROADM '%s': the equipment library has no Roadm type '%s'; it has %s"
              .formatted(
                  roadm.uid(),
                  roadm.variety(),
                  equipment.roadms().keySet().stream().sorted().toList()));
    }
    return type;
  }

  private void addLine(NetworkBuilder builder, String from, String first) {
    GnpyLine line = new GnpyLine(equipment, warnings);
    String at = first;
    int steps = 0;
    while (!isNode(element(at))) {
      line.add(element(at));
      List<String> next = topology.successors(at);
      if (next.size() != 1 || ++steps > elements.size()) {
        throw new IllegalArgumentException(
            "element '%s' on the line from '%s' leads to %s; expected one element, and a ROADM or transceiver at the end of the line"
                .formatted(at, from, next));
      }
      at = next.getFirst();
    }
    if (line.unamplified()) {
      warnings.add(
          "the line from '%s' by '%s' to '%s' has no amplifier; GNPy's automatic design may add some, here there are none"
              .formatted(from, first, at));
    }
    builder.directedLink(from, at, line.elements());
  }

  private Optional<DwdmGrid> grid() {
    if (equipment.spectrum().isEmpty()) {
      return Optional.empty();
    }
    GnpyEquipment.Spectrum spectrum = equipment.spectrum().get();
    double spacing = spectrum.spacing();
    int channels = (int) Math.floor((spectrum.highest() - spectrum.lowest()) / spacing);
    double first = (spectrum.lowest() + spacing - DwdmGrid.ANCHOR) / spacing;
    if (first != Math.rint(first)) {
      warnings.add(
          "the spectrum from %.6g THz in steps of %.6g GHz does not lie on the grid of ITU-T G.694.1 and is left out"
              .formatted(spectrum.lowest() / 1e12, spacing / 1e9));
      return Optional.empty();
    }
    return Optional.of(new DwdmGrid(spacing, (int) first, channels));
  }

  private Optional<TransmissionSpec> transmission() {
    return equipment
        .spectrum()
        .map(
            s ->
                new TransmissionSpec(
                    Optics.fromDbm(s.power()), s.symbolRate(), Requirement.none()));
  }
}
