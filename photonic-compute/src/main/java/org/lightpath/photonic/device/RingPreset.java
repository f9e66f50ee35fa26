package org.lightpath.photonic.device;

/**
 * A published ring, with the width its source states beside the width its own numbers give.
 *
 * <p>The two differ: a low-Q ring of r = 0.85, a = 0.845 is stated at 2.522 nm, while (1 −
 * ra)λ²/(π·n_g·L·√(ra)) gives 3.389 nm; the high-Q ring 0.2278 nm and 0.2359 nm. The formula is
 * what this package uses.
 *
 * @param name as in the source
 * @param ring the ring
 * @param statedWidth FWHM as stated [m]
 * @param provenance where the numbers come from
 */
public record RingPreset(String name, AllPassRing ring, double statedWidth, Provenance provenance)
    implements Device {
  /** r = 0.99, a = 0.987, radius 5 µm. */
  public static final RingPreset HIGH_Q = torchOnn("MRRConfig_5um_HQ", 0.99, 0.987, 0.2278e-9);

  /** r = 0.93, a = 0.925, radius 5 µm. */
  public static final RingPreset MEDIUM_Q = torchOnn("MRRConfig_5um_MQ", 0.93, 0.925, 1.5068e-9);

  /** r = 0.85, a = 0.845, radius 5 µm. */
  public static final RingPreset LOW_Q = torchOnn("MRRConfig_5um_LQ", 0.85, 0.845, 2.522e-9);

  private static RingPreset torchOnn(String name, double r, double a, double width) {
    return new RingPreset(
        name,
        new AllPassRing(r, a, new RingResonance(2 * Math.PI * 5e-6, 2.353_160_94, 1538.739e-9)),
        width,
        Provenance.published("TorchONN, torchonn/devices/mrr.py"));
  }

  /** Stated width over the width by formula. */
  public double statedOverFormula() {
    return statedWidth / ring.fullWidth();
  }
}
