package org.lightpath.photonic.mesh;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Phases of all heaters on the grid of columns and modes, and the stencils that sum them up. */
final class HeatMap {
  private final ThermalCrosstalk geometry;
  private final int modes;
  private final int columns;
  private final Map<Heater, double[]> phases = new EnumMap<>(Heater.class);
  private final Map<Heater, List<Tap>> stencils = new EnumMap<>(Heater.class);

  /** Weight of the heater of a kind at an offset from the place that is heated. */
  @SuppressWarnings("ArrayRecordComponent") // shares the grid
  private record Tap(double[] phases, int column, int mode, double weight) {}

  /** Places without a heater of a kind hold phase 0. The screen stands in a column of its own. */
  HeatMap(ThermalCrosstalk geometry, MeshLayout layout, HeaterPhases heaters) {
    this.geometry = geometry;
    modes = layout.modes();
    columns = layout.columns() + 1;
    for (Heater kind : Heater.values()) {
      phases.put(kind, new double[columns * modes]);
    }
    layout.forEach(
        (index, column, mode) -> {
          of(Heater.THETA)[column * modes + mode] = heaters.theta()[index];
          of(Heater.PHI)[column * modes + mode] = heaters.phi()[index];
        });
    System.arraycopy(heaters.output(), 0, of(Heater.OUTPUT), layout.columns() * modes, modes);
    for (Heater kind : Heater.values()) {
      stencils.put(kind, stencil(kind));
    }
  }

  private double[] of(Heater kind) {
    return Objects.requireNonNull(phases.get(kind));
  }

  private List<Tap> stencil(Heater heated) {
    List<Tap> taps = new ArrayList<>();
    // One more than the cutoff spans: heaters stand up to half a pitch off the grid.
    int width = (int) Math.ceil(geometry.cutoff() / geometry.columnPitch()) + 1;
    int height = (int) Math.ceil(geometry.cutoff() / geometry.modePitch()) + 1;
    for (Heater source : Heater.values()) {
      for (int column = -Math.min(width, columns); column <= Math.min(width, columns); column++) {
        for (int mode = -Math.min(height, modes); mode <= Math.min(height, modes); mode++) {
          boolean self = source == heated && column == 0 && mode == 0;
          double weight = self ? 0 : weight(heated, source, column, mode);
          if (weight != 0) {
            taps.add(new Tap(of(source), column, mode, weight));
          }
        }
      }
    }
    return taps;
  }

  /** γ(d_upper) − γ(d_lower), or γ(d) for the screen; 0 beyond the cutoff. */
  private double weight(Heater heated, Heater source, int column, int mode) {
    double dx = column * geometry.columnPitch() + source.x(geometry) - heated.x(geometry);
    double dy = mode * geometry.modePitch() + source.y(geometry) - heated.y(geometry);
    double distance = Math.hypot(dx, dy);
    if (distance > geometry.cutoff()) {
      return 0;
    }
    double upper = ThermalCrosstalk.coupling(distance);
    return heated == Heater.OUTPUT
        ? upper
        : upper - ThermalCrosstalk.coupling(Math.hypot(dx, dy - geometry.armSpacing()));
  }

  /** Phase that the neighbours add to a heater of a kind [rad]. */
  double added(Heater heated, int column, int mode) {
    double sum = 0;
    for (Tap tap : Objects.requireNonNull(stencils.get(heated))) {
      int c = column + tap.column;
      int m = mode + tap.mode;
      if (c >= 0 && c < columns && m >= 0 && m < modes) {
        sum += tap.weight * tap.phases[c * modes + m];
      }
    }
    return sum;
  }
}
