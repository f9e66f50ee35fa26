package org.lightpath.photonic.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThermalCrosstalkTest {
  private static final double UM = 1e-6;

  @Test
  void couplingIsThePublishedFit() {
    assertThat(ThermalCrosstalk.coupling(0)).isEqualTo(1);
    // Powers of 10 summed term by term.
    double ten = 1 - 1.76013871 + 0.989616761 - 8.29631681e-3 - 0.155789201 + 0.0355117528;
    assertThat(ThermalCrosstalk.coupling(10 * UM)).isCloseTo(ten, within(1e-14));
    assertThat(ThermalCrosstalk.coupling(50 * UM))
        .isCloseTo(0.2167267 * Math.exp(-6.3736055), within(1e-15));
    // The two branches meet to 3e-4 of the heater's own phase.
    double below = ThermalCrosstalk.coupling(22.999999 * UM);
    assertThat(below).isCloseTo(ThermalCrosstalk.coupling(23 * UM), within(3e-4));
  }

  /** A heater and the waveguides that feel it, with absolute positions. */
  private record Place(char kind, int index, double x, double y, double phase) {}

  private static List<Place> places(InterferometerMesh mesh, ThermalCrosstalk g) {
    List<Place> places = new ArrayList<>();
    mesh.layout()
        .forEach(
            (k, column, mode) -> {
              double y = (mode + 0.5) * g.modePitch() - g.armSpacing() / 2;
              double x = column * g.columnPitch();
              places.add(new Place('f', k, x, y, mesh.phi(k)));
              places.add(new Place('t', k, x + g.columnPitch() / 2, y, mesh.theta(k)));
            });
    for (int mode = 0; mode < mesh.layout().modes(); mode++) {
      double x = mesh.layout().columns() * g.columnPitch();
      places.add(new Place('o', mode, x, mode * g.modePitch(), mesh.output(mode)));
    }
    return places;
  }

  /** Every heater on every waveguide. */
  private static double heated(Place victim, List<Place> all, ThermalCrosstalk g) {
    double phase = victim.phase;
    for (Place source : all) {
      double dx = source.x - victim.x;
      double dy = source.y - victim.y;
      if (!source.equals(victim) && Math.hypot(dx, dy) <= g.cutoff()) {
        phase += ThermalCrosstalk.coupling(Math.hypot(dx, dy)) * source.phase;
        if (victim.kind != 'o') {
          double lower = Math.hypot(dx, dy - g.armSpacing());
          phase -= ThermalCrosstalk.coupling(lower) * source.phase;
        }
      }
    }
    return phase;
  }

  @ParameterizedTest
  @CsvSource({
    "6,CLEMENTS,60,25,12,400",
    "7,CLEMENTS,60,25,12,70",
    "6,RECK,40,30,30,100",
    "2,RECK,40,30,9,90"
  })
  void stencilIsTheSumOverAllHeaters(
      int modes, MeshTopology topology, double columnUm, double modeUm, double armUm, double cut) {
    ThermalCrosstalk g = new ThermalCrosstalk(columnUm * UM, modeUm * UM, armUm * UM, cut * UM);
    ComplexMatrix u = RandomUnitary.haar(modes, 3);
    InterferometerMesh mesh = MeshDecomposition.of(topology, u, MeshDecomposition.TOLERANCE);
    HeaterPhases result =
        g.heat(mesh.layout(), new HeaterPhases(mesh.thetas(), mesh.phis(), mesh.outputs()));
    List<Place> all = places(mesh, g);
    double largest = 0;
    for (Place place : all) {
      double actual =
          switch (place.kind) {
            case 'f' -> result.phi()[place.index];
            case 't' -> result.theta()[place.index];
            default -> result.output()[place.index];
          };
      assertThat(actual).isCloseTo(heated(place, all, g), within(1e-13));
      largest = Math.max(largest, Math.abs(actual - place.phase));
    }
    // Counter-check: there was something to sum.
    assertThat(largest).isGreaterThan(1e-4);
  }

  @Test
  void denserChipsSufferMore() {
    ComplexMatrix u = RandomUnitary.haar(16, 3);
    InterferometerMesh mesh = MeshDecomposition.clements(u);
    double[] fidelity = new double[3];
    double[] pitch = {20, 40, 80};
    for (int i = 0; i < 3; i++) {
      ThermalCrosstalk g =
          new ThermalCrosstalk(4 * pitch[i] * UM, pitch[i] * UM, 15 * UM, 150 * UM);
      MeshImperfections technology = MeshImperfections.NONE.withCrosstalk(g);
      fidelity[i] =
          MeshMetrics.fidelity(
              u, technology.fabricate(mesh.layout(), 1, 0).realise(mesh).compose());
    }
    assertThat(fidelity[0]).isLessThan(fidelity[1]);
    assertThat(fidelity[1]).isLessThan(fidelity[2]);
    assertThat(fidelity[2]).isLessThan(1);
  }

  @Test
  void armsWiderThanTheModesAreRefused() {
    assertThatThrownBy(() -> new ThermalCrosstalk(1e-4, 2e-5, 3e-5, 1e-4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("arm spacing");
    assertThatThrownBy(() -> new ThermalCrosstalk(0, 2e-5, 1e-5, 1e-4))
        .hasMessageContaining("column pitch");
  }
}
