package org.lightpath.fiber.pulse;

import java.util.OptionalDouble;

/**
 * What is measured of one field at one position. Powers are totals over the polarisations.
 *
 * @param position z [m]
 * @param peakPower largest |A|² of a sample [W]
 * @param timeOfPeak time of the peak [s], interpolated between samples
 * @param fwhm width at half of the peak power around the peak [s], interpolated; NaN if the power
 *     does not fall to a half on both sides
 * @param rmsDuration √(⟨t²⟩ − ⟨t⟩²) [s], weighted by power
 * @param energy Σ|A|²·dt [J]
 * @param energyError energy over the launched one times e^(−αz), minus 1
 * @param photonNumberError photons Σ|Ã|²/(ν₀+f) over the launched ones times e^(−αz), minus 1
 * @param hamiltonian ∫A*βA dt + (γc/2)∫P² dt [J/m], constant in a lossless fibre
 * @param spectralPeak frequency of the largest spectral density relative to the carrier [Hz],
 *     interpolated between bins
 * @param rmsBandwidth √(⟨f²⟩ − ⟨f⟩²) [Hz], weighted by spectral density
 * @param band20dBLow shortest wavelength [m] with a per-wavelength density within 20 dB of the
 *     largest
 * @param band20dBHigh longest such wavelength [m]
 * @param edgePower largest power in the outer hundredth of the window over the peak power
 * @param edgeSpectrum largest density in the outer hundredth of the bandwidth over the peak density
 * @param referenceError distance from the declared closed form, if one was declared
 */
public record PulseMeasurement(
    double position,
    double peakPower,
    double timeOfPeak,
    double fwhm,
    double rmsDuration,
    double energy,
    double energyError,
    double photonNumberError,
    double hamiltonian,
    double spectralPeak,
    double rmsBandwidth,
    double band20dBLow,
    double band20dBHigh,
    double edgePower,
    double edgeSpectrum,
    OptionalDouble referenceError) {}
