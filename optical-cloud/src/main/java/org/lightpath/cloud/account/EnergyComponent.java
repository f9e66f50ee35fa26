package org.lightpath.cloud.account;

/** Who spends energy. */
public enum EnergyComponent {
  /** Laser of the inputs' stream, its link's loss included. */
  LASER_INPUTS("laser, inputs", EnergyScope.OPTICAL_CORE),
  /** Laser of the weights' stream, its link's loss included. */
  LASER_WEIGHTS("laser, weights", EnergyScope.OPTICAL_CORE),
  /** Modulators of inputs. */
  MODULATOR_INPUTS("modulators, inputs", EnergyScope.OPTICAL_CORE),
  /** Modulators of weights. */
  MODULATOR_WEIGHTS("modulators, weights", EnergyScope.OPTICAL_CORE),
  /** Converters before modulators of inputs. */
  DAC_INPUTS("DAC, inputs", EnergyScope.OPTICAL_CORE),
  /** Converters before modulators of weights. */
  DAC_WEIGHTS("DAC, weights", EnergyScope.OPTICAL_CORE),
  /** Photodiodes. */
  PHOTODIODE("PD", EnergyScope.OPTICAL_CORE),
  /** Transimpedance amplifiers. */
  TIA("TIA", EnergyScope.OPTICAL_CORE),
  /** Converters behind receivers. */
  ADC("ADC", EnergyScope.OPTICAL_CORE),
  /** Share of amplifiers in line. */
  AMPLIFIERS("amplifiers in line", EnergyScope.WITH_NETWORK),
  /** Transceivers of results, and of weights that are stored first. */
  DIGITAL_LINK("transceivers", EnergyScope.WITH_NETWORK),
  /** Memory traffic of weights, inputs and read-outs. */
  MEMORY("memory", EnergyScope.WHOLE_SYSTEM),
  /** Sums of the read-outs of one output. */
  PARTIAL_SUMS("partial sums", EnergyScope.WHOLE_SYSTEM),
  /** Products that the digital processor computes. */
  DIGITAL_PRODUCTS("digital products", EnergyScope.WHOLE_SYSTEM),
  /** Digital work that is no product. */
  ELEMENT_WISE("element-wise", EnergyScope.WHOLE_SYSTEM),
  /** Power of the optical core while it waits. */
  IDLE("idle", EnergyScope.WHOLE_SYSTEM);

  private final String label;
  private final EnergyScope scope;

  EnergyComponent(String label, EnergyScope scope) {
    this.label = label;
    this.scope = scope;
  }

  /** For a report. */
  public String label() {
    return label;
  }

  /** The narrowest scope that includes it. */
  public EnergyScope scope() {
    return scope;
  }
}
