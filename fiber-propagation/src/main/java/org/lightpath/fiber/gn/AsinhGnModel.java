package org.lightpath.fiber.gn;

/**
 * Closed form of the incoherent GN model: self- and cross-phase modulation of rectangular channels
 * (Poggiolini, "The GN model of non-linear propagation in uncompensated coherent optical systems",
 * arXiv:1209.0394, eqs. 120 to 123).
 *
 * <p>G_NLI(i) = Σ_spans c γ² L_eff² p² G_i Σ_n (2 − δ_in) G_n² ψ_in with c the polarisation factor
 * (16/27), p the power at the span's input over that at the link's input,
 *
 * <p>ψ_ii = asinh(½π²|β₂|L_a R_i²)/(2π|β₂|L_a),
 *
 * <p>ψ_in = [asinh(π²|β₂|L_a(|f_n − f_i| + R_n/2)R_i) − asinh(π²|β₂|L_a(|f_n − f_i| −
 * R_n/2)R_i)]/(4π|β₂|L_a), L_a = 1/α.
 *
 * <p>Spans add in power; four-wave mixing between three different channels is left out. Good to a
 * few tenths of a dB for spans with losses above about 10 dB.
 */
public record AsinhGnModel() implements GnModel {
  @Override
  public double nonlinearDensity(GnLink link, int channel) {
    double power = 1;
    double density = 0;
    for (GnSpan span : link.spans()) {
      density += power * power * spanDensity(link, span, channel);
      power *= span.netGain();
    }
    return density;
  }

  private static double spanDensity(GnLink link, GnSpan span, int channel) {
    GnChannel centre = link.channels().get(channel);
    double sum = 0;
    for (int n = 0; n < link.channels().size(); n++) {
      GnChannel other = link.channels().get(n);
      double weight = n == channel ? 1 : 2;
      sum += weight * other.density() * other.density() * psi(span, centre, other, n == channel);
    }
    double strength = span.gamma() * span.effectiveLength();
    return link.polarisation().factor() * strength * strength * centre.density() * sum;
  }

  private static double psi(GnSpan span, GnChannel centre, GnChannel other, boolean same) {
    double dispersion = Math.abs(span.beta2()) / span.attenuation();
    double scale = Math.PI * Math.PI * dispersion;
    double rate = centre.symbolRate();
    if (same) {
      return asinh(scale * rate * rate / 2) / (2 * Math.PI * dispersion);
    }
    double distance = Math.abs(other.frequency() - centre.frequency());
    double half = other.symbolRate() / 2;
    return (asinh(scale * (distance + half) * rate) - asinh(scale * (distance - half) * rate))
        / (4 * Math.PI * dispersion);
  }

  private static double asinh(double x) {
    double magnitude = Math.abs(x);
    return Math.copySign(Math.log(magnitude + Math.hypot(magnitude, 1)), x);
  }
}
