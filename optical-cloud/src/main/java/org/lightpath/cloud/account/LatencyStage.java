package org.lightpath.cloud.account;

/** What takes time, in the order of an inference. */
public enum LatencyStage {
  /** Delay of the weights' path before a stored model is complete. */
  WEIGHT_PATH("weights' path", true),
  /** Sending weights as bits. */
  WEIGHT_TRANSFER("transfer of weights", false),
  /** Digital to analogue, driver and modulator: delay of the first symbol. */
  CONVERSION("conversion to analogue", false),
  /** Flight of inputs from the edge node. */
  INPUT_PATH("inputs' path", true),
  /** Flight of weights that were asked for, as far as the inputs' flight does not cover it. */
  WEIGHT_WAIT("wait for weights", true),
  /** Flight through the core. */
  FLIGHT("flight through the core", false),
  /** Symbols before the last integration window opens. */
  MODULATION("modulation", false),
  /** The last integration window. */
  INTEGRATION("integration", false),
  /** Reading weights from main memory, as far as modulation does not cover it. */
  MEMORY_WAIT("wait for memory", false),
  /** Diode, amplifier, analogue to digital: delay of the last read-out. */
  READ_OUT("read-out", false),
  /** Sums of the read-outs of one output. */
  PARTIAL_SUMS("partial sums", false),
  /** Products that the digital processor computes. */
  DIGITAL_PRODUCTS("digital products", false),
  /** Digital work that is no product. */
  ELEMENT_WISE("element-wise", false),
  /** Sending results as bits. */
  RESULT_TRANSFER("transfer of results", false),
  /** Flight of results to the edge node. */
  RETURN_PATH("return path", true);

  private final String label;
  private final boolean fibre;

  LatencyStage(String label, boolean fibre) {
    this.label = label;
    this.fibre = fibre;
  }

  /** For a report. */
  public String label() {
    return label;
  }

  /** Whether it is time of flight in the network. */
  public boolean fibre() {
    return fibre;
  }
}
