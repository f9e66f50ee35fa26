package org.lightpath.datasets.network;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Network descriptions of GNPy (Telecom Infra Project, "Gaussian Noise in Python"): topologies and
 * equipment libraries in its JSON format.
 *
 * <p>Read are transceivers, fibres, EDFAs, ROADMs and fused points; amplifiers of variable and
 * fixed gain; fibres with dispersion and effective area or γ. Raman fibres, multi-band amplifiers,
 * losses as tables over frequency and unknown element types are refused with their name. Amplifier
 * types of other models are refused when an element uses them. What does not change power and noise
 * (PMD, PDL, restrictions) is left out; what does and is left out is among the warnings.
 */
public final class GnpyFiles {
  private GnpyFiles() {}

  /**
   * Reads a topology.
   *
   * @throws IOException if the file cannot be read, is not JSON, lacks a key, or holds what is not
   *     supported; names file, line, column and element
   */
  public static GnpyTopology topology(Path file) throws IOException {
    return new GnpyTopologyReader(file).read();
  }

  /**
   * Reads an equipment library.
   *
   * @throws IOException if the file cannot be read, is not JSON or lacks a key; names file, line,
   *     column and type
   */
  public static GnpyEquipment equipment(Path file) throws IOException {
    return new GnpyEquipmentReader(file).read();
  }
}
