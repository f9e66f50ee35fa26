package org.lightpath.validation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lightpath.core.field.Precision;
import org.lightpath.core.reference.ReferenceEngineProvider;

/**
 * The published claims. Every number in a statement is the constant that the test class asserts, so
 * that the table cannot promise what is not tested.
 */
enum Claim {
  V1(
      V01GaussianDispersionTest.class,
      "Agrawal §3.2",
      "Gaussian pulse under dispersion alone: closed form after 1, 2 and 4 L_D in one step, to %s in"
          + " double and %s in single precision; the other sign of β₂ is told apart",
      rounding(V01GaussianDispersionTest.SAMPLES, Precision.DOUBLE, 1),
      rounding(V01GaussianDispersionTest.SAMPLES, Precision.SINGLE, 1)),
  V2(
      V02SelfPhaseModulationTest.class,
      "Agrawal §4.1",
      "Self-phase modulation: closed form, 1 to %s spectral peaks, rms broadening %s",
      V02SelfPhaseModulationTest.BROADENING.length,
      list("%.5f", V02SelfPhaseModulationTest.BROADENING)),
  V2B(
      V02bLossySelfPhaseModulationTest.class,
      "Agrawal eq. 4.1.6",
      "Self-phase modulation with loss over %s km: phase γPL_eff exact in one step, to %s in double"
          + " precision; power taken at mid-step instead is of order 2",
      number("%.0f", V02bLossySelfPhaseModulationTest.LENGTH / 1e3),
      rounding(64, Precision.DOUBLE, 1)),
  V3(
      V03FundamentalSolitonTest.class,
      "Zakharov and Shabat 1972",
      "Fundamental soliton over %s L_D: errors %s at %s steps, order 2; energy to %s; without Kerr"
          + " effect or with β₂ > 0 it disperses",
      number("%.0f", V03FundamentalSolitonTest.LENGTH),
      list("%.2e", V03FundamentalSolitonTest.ERRORS),
      list(V03FundamentalSolitonTest.STEPS),
      number("%.0e", V03FundamentalSolitonTest.ENERGY_DRIFT)),
  V4(
      V04SecondOrderSolitonTest.class,
      "Satsuma and Yajima 1974",
      "Soliton of order two over one period: errors %s at %s steps, order 2; %s P₀ half-way",
      list("%.2e", V04SecondOrderSolitonTest.ERRORS),
      list(V04SecondOrderSolitonTest.STEPS),
      number("%.0f", V04SecondOrderSolitonTest.PEAK_GAIN)),
  V5(
      V05InteractionPictureTest.class,
      "Hult 2007; Balac and Mahé 2013",
      "Generalised equation with Raman scattering, self-steepening, β₃ and loss: order %s ± %s in the"
          + " interaction picture at %s steps; with tolerances %s the error stays below the sum of local"
          + " ones and falls with them; photons fall as e^(−αL) to %s while energy falls faster; without"
          + " self-steepening energy does",
      number("%.0f", V05InteractionPictureTest.ORDER),
      number("%.1f", V05InteractionPictureTest.ORDER_TOLERANCE),
      list(V05InteractionPictureTest.STEPS),
      list("%.0e", V05InteractionPictureTest.TOLERANCES),
      number("%.0e", V05InteractionPictureTest.PHOTONS)),
  V6(
      V06ModulationInstabilityTest.class,
      "Agrawal §5.1",
      "Modulation instability: gain %s at γP₀L = 2 to %s and %s at 4 to %s, idler G − 1; the"
          + " solver's gain peaks at %s THz and ends within 1 %% of %s THz; no gain where β₂ > 0",
      number("%.6f", V06ModulationInstabilityTest.GAIN_AT_2),
      number("%.0e", V06ModulationInstabilityTest.TOLERANCE_AT_2),
      number("%.4f", V06ModulationInstabilityTest.GAIN_AT_4),
      number("%.0e", V06ModulationInstabilityTest.TOLERANCE_AT_4),
      number("%.7f", V06ModulationInstabilityTest.PEAK_FREQUENCY / 1e12),
      number("%.7f", V06ModulationInstabilityTest.CUTOFF_FREQUENCY / 1e12)),
  V7(
      V07FourWaveMixingTest.class,
      "Shibata et al. 1987",
      "Four-wave mixing over 80 km at 25 and 50 GHz: idler %s dBm within %s dB; %s dB too strong in"
          + " 200 steps at 50 GHz",
      list("%.3f", V07FourWaveMixingTest.IDLER_DBM),
      number("%.2f", V07FourWaveMixingTest.TOLERANCE_DB),
      number("%.2f", V07FourWaveMixingTest.COARSE_ERROR_DB)),
  V8(
      V08SolitonCollisionTest.class,
      "Sinkin et al. 2003; Zakharov and Shabat 1972",
      "Soliton collision at 800 GHz: errors %s at %s steps against the exact two-soliton field,"
          + " order 2; timing shift %s ps",
      list("%.2e", V08SolitonCollisionTest.ERRORS),
      list(V08SolitonCollisionTest.STEPS),
      number("%.4f", V08SolitonCollisionTest.TIMING_SHIFT * 1e12)),
  V9(
      V09RamanShiftTest.class,
      "Gordon 1986; ratios: own numpy",
      "Raman shift of solitons of %s fs to lower frequency: %s of Gordon's law, within %s; none without"
          + " Raman scattering",
      list("%.0f", femtoseconds(V09RamanShiftTest.WIDTHS)),
      list("%.4f", V09RamanShiftTest.RATIOS),
      number("%.4f", V09RamanShiftTest.TOLERANCE)),
  V10(
      V10SelfSteepeningTest.class,
      "Agrawal §4.4.1",
      "Self-steepening without dispersion, peak delayed by %s T₀: power of the implicit solution to %s,"
          + " the trailing edge steep and its blue further out; symmetric without self-steepening",
      number("%.1f", V10SelfSteepeningTest.DELAY),
      number("%.0e", V10SelfSteepeningTest.TOLERANCE)),
  V11(
      V11SupercontinuumTest.class,
      "Dudley et al. 2006, fig. 3; numbers: own numpy",
      "Supercontinuum without noise, tolerance %s: band within 20 dB from %s to %s nm within %s nm, %s of the"
          + " energy within %s, photons to %s; at tolerance %s the blue edge is off by more than ten"
          + " times that, and photons tell",
      number("%.0e", V11SupercontinuumTest.TOLERANCE),
      number("%.1f", V11SupercontinuumTest.LOW * 1e9),
      number("%.1f", V11SupercontinuumTest.HIGH * 1e9),
      number("%.0f", V11SupercontinuumTest.EDGE * 1e9),
      number("%.4f", V11SupercontinuumTest.ENERGY),
      number("%.0e", V11SupercontinuumTest.ENERGY_TOLERANCE),
      number("%.0e", V11SupercontinuumTest.PHOTONS),
      number("%.0e", V11SupercontinuumTest.LOOSE)),
  V12(
      V12NormalDispersionGaussianTest.class,
      "Sionna v1.2.1, unit test of the split step",
      "Gaussian with Kerr effect, β₂ > 0: errors %s at %s steps, order 2; largest amplitude %s;"
          + " the converged field agrees with Runge-Kutta in the interaction picture to %s",
      list("%.2e", V12NormalDispersionGaussianTest.ERRORS),
      list(V12NormalDispersionGaussianTest.STEPS),
      number("%.7f", V12NormalDispersionGaussianTest.LARGEST_MAGNITUDE),
      number("%.0e", V12NormalDispersionGaussianTest.INDEPENDENT)),
  V13(
      V13ManakovTest.class,
      "Wai and Menyuk 1996",
      "Manakov soliton in any state of polarisation: errors %s at %s steps, equal over states to"
          + " %s; two equal polarisations are V12's pulse",
      list("%.2e", V13ManakovTest.ERRORS),
      list(V13ManakovTest.STEPS),
      number("%.0e", V13ManakovTest.SPREAD)),
  V15(
      V15NonlinearInterferenceTest.class,
      "Serena and Bononi 2015; arXiv:1209.0394",
      "Nonlinear interference of WDM: split step within %s dB (and three standard errors) of the"
          + " coherent GN integral over the channel's band, at whose centre it is %s dB higher; closed"
          + " form %s dB mW⁻² within %s dB; scalar %s dB above Manakov; on request the published %s, %s and %s dB mW⁻² of Gaussian,"
          + " 16QAM and QPSK symbols",
      number("%.1f", V15NonlinearInterferenceTest.MODEL_DB),
      number("%.2f", V15NonlinearInterferenceTest.CENTRE_DB),
      number("%.2f", V15NonlinearInterferenceTest.CLOSED_FORM_DB),
      number("%.3f", V15NonlinearInterferenceTest.CLOSED_FORM_TOLERANCE_DB),
      number("%.2f", V15NonlinearInterferenceTest.SCALAR_DB),
      number("%.1f", V15NonlinearInterferenceTest.GAUSSIAN_DB),
      number("%.1f", V15NonlinearInterferenceTest.QAM16_DB),
      number("%.1f", V15NonlinearInterferenceTest.QPSK_DB)),
  V16(
      V16AmplifierNoiseTest.class,
      "Essiambre et al. 2010, eq. 54",
      "Amplifier noise (FG − 1)hνB/2 per polarisation to %s of its power with %s samples;"
          + " polarisations, spans and seeds correlate below %s standard errors; shared draws would"
          + " add coherently",
      number("%.0e", V16AmplifierNoiseTest.VARIANCE),
      V16AmplifierNoiseTest.SAMPLES,
      number("%.0f", V16AmplifierNoiseTest.STANDARD_ERRORS)),
  V17(
      V17TutorialTransmissionTest.class,
      "OptiCommPy, WDM tutorial; comnumpy b596fa2",
      "Tutorial link, %s spans, 11 × 32 GBd PDM-16QAM with noise: %s dBm launched; SNR %s dB of a"
          + " converged field (comnumpy, one seed) within %s dB on %s symbols and %s dB on request, after"
          + " the interference of the 1024-tap filter, measured back to back, is taken off both (%s dB"
          + " here); tolerances are three times the measured spread between seeds; GMI %s bit; bit error"
          + " ratio from SNR below %s",
      V17TutorialTransmissionTest.SPANS,
      number("%.2f", V17TutorialTransmissionTest.TOTAL_DBM),
      number("%.2f", V17TutorialTransmissionTest.SNR_DB),
      number("%.2f", V17TutorialTransmissionTest.tolerance(V17TutorialTransmissionTest.SYMBOLS)),
      V17TutorialTransmissionTest.SYMBOLS,
      number(
          "%.2f", V17TutorialTransmissionTest.tolerance(V17TutorialTransmissionTest.ALL_SYMBOLS)),
      number("%.2f", V17TutorialTransmissionTest.FILTER_DB),
      number("%.2f", V17TutorialTransmissionTest.PUBLISHED_GMI),
      number("%.1e", V17TutorialTransmissionTest.PUBLISHED_BER)),
  V20_INVARIANTS(
      V20InvariantsTest.class,
      "Hamiltonian structure of the equation",
      "Energy to %s, Hamiltonian to second order in the step, return of the input by the inverse plan"
          + " to %s",
      number("%.0e", V20InvariantsTest.ENERGY_DRIFT),
      number("%.0e", V20InvariantsTest.REVERSAL)),
  V20_SIGNS(
      V20SignsTest.class,
      "Agrawal §3.2, §3.3, §4.1",
      "Signs: tail of β₃ > 0 late, high frequency early where β₂ < 0, larger β₁ late, rising chirp"
          + " compressed where β₂ < 0, leading edge shifted to the red"),
  B3S(
      B03sTutorialLinkTest.class,
      "own convergence study; OptiCommPy ebd0dc1",
      "Tutorial link, 2 spans, N = 32 000: relative field error below %s in %s transforms per span"
          + " and polarisation, by %s graded steps (%s; %s in %s); equal steps: %s in %s transforms; the"
          + " converged field agrees with Runge-Kutta in the interaction picture to %s (peer: %s in %s)",
      number("%.0e", B03sTutorialLinkTest.GRADED_LIMIT),
      B03sTutorialLinkTest.GRADED_TRANSFORMS[1],
      B03sTutorialLinkTest.GRADED_STEPS[1],
      number("%.2e", B03sTutorialLinkTest.GRADED_ERRORS[1]),
      number("%.2e", B03sTutorialLinkTest.GRADED_ERRORS[0]),
      B03sTutorialLinkTest.GRADED_TRANSFORMS[0],
      list("%.2e", B03sTutorialLinkTest.ERRORS),
      list(B03sTutorialLinkTest.TRANSFORMS),
      number("%.0e", B03sTutorialLinkTest.INDEPENDENT),
      number("%.1e", B03sTutorialLinkTest.PEER_ERROR),
      B03sTutorialLinkTest.PEER_TRANSFORMS),
  C3(
      C03SinglePrecisionDriftTest.class,
      "double precision of the same engine",
      "Single precision after %s steps, N = 32 000: power within %s and field within %s of double;"
          + " naive code, tested beside it, is outside of both (measured elsewhere: %s)",
      C03SinglePrecisionDriftTest.SPANS * C03SinglePrecisionDriftTest.STEPS_PER_SPAN,
      number("%.0e", C03SinglePrecisionDriftTest.POWER),
      number("%.0e", C03SinglePrecisionDriftTest.FIELD),
      number("%.1e", C03SinglePrecisionDriftTest.NAIVE_FIELD)),
  P1(
      P01MeshDecompositionTest.class,
      "Clements et al. 2016; Reck et al. 1994",
      "Random unitaries of %s modes, decomposed and rebuilt by light, rectangular and triangular, column"
          + " by column and in blocks: to %s in double precision; %s modes in single precision are unitary to %s",
      list(P01MeshDecompositionTest.MODES),
      number("%.0e", P01MeshDecompositionTest.DOUBLE_ERROR),
      P01MeshDecompositionTest.LARGE,
      number("%.0e", P01MeshDecompositionTest.SINGLE_UNITARITY)),
  P2(
      P02SplitterErrorTest.class,
      "closed form over Haar-random targets; own ensemble, numpy",
      "Splitter errors of %s rad in %s modes: amplitude error %s, fidelity %s, within %s over %s chips of"
          + " closed form and published ensemble; the first-order law is outside",
      list("%.2f", P02SplitterErrorTest.SIGMA),
      P02SplitterErrorTest.MODES,
      list("%.4f", P02SplitterErrorTest.PUBLISHED_ERROR),
      list("%.5f", P02SplitterErrorTest.PUBLISHED_FIDELITY),
      number("%.2f", P02SplitterErrorTest.TOLERANCE),
      P02SplitterErrorTest.CHIPS),
  P3(
      P03PhaseErrorTest.class,
      "closed form over Haar-random targets; own ensemble, numpy",
      "Phase errors of %s rad in %s modes: amplitude error %s, fidelity %s, within %s over %s chips; the"
          + " splitters' law is outside",
      number("%.2f", P03PhaseErrorTest.SIGMA),
      P03PhaseErrorTest.MODES,
      number("%.4f", P03PhaseErrorTest.PUBLISHED_ERROR),
      number("%.5f", P03PhaseErrorTest.PUBLISHED_FIDELITY),
      number("%.2f", P03PhaseErrorTest.TOLERANCE),
      P03PhaseErrorTest.CHIPS),
  P6(
      P06QuantumLimitTest.class,
      "Hamerly et al. 2019",
      "Quantum limit of a homodyne core: relative error 1/√n for n = %s photons per multiplication and K = %s,"
          + " within %s over %s outputs, normal and counted; unequal light is worse by 1/(4s(1 − s))",
      list("%.3g", P06QuantumLimitTest.PHOTONS),
      list(P06QuantumLimitTest.INNER),
      number("%.2f", P06QuantumLimitTest.TOLERANCE),
      P06QuantumLimitTest.SIDE * P06QuantumLimitTest.SIDE),
  P7(
      P07CountedLightTest.class,
      "sums of Poisson numbers are Poisson; per-multiplication oracle",
      "Counted light: %s draws for each readout and for each of %s multiplications have one distribution at %s photon"
          + " each (Kolmogorov-Smirnov p above %s); twice the light is told apart",
      P07CountedLightTest.DRAWS,
      P07CountedLightTest.INNER,
      number("%.0f", P07CountedLightTest.PHOTONS),
      number("%.2f", P07CountedLightTest.P_VALUE)),
  P8(
      P08CouplerDispersionTest.class,
      "Lightening-Transformer, HPCA 2024",
      "Couplers of %s wavelengths: 2κ − 1 from %s to %s within %s, read from the outputs of a core",
      list(P08CouplerDispersionTest.CHANNELS),
      list("%.5f", P08CouplerDispersionTest.FIRST),
      list("%.5f", P08CouplerDispersionTest.LAST),
      number("%.0e", P08CouplerDispersionTest.TOLERANCE)),
  P9(
      P09LighteningTransformerTest.class,
      "Lightening-Transformer, HPCA 2024, output of its artefact",
      "Lightening-Transformer: power of two sizes at 4 and 8 bits to %s, by component at 3 to 8 bits and whole"
          + " networks to the printed digits, areas %s and %s mm²; %s mW/TOPS with 4.96 dB of link (our example)",
      number("%.0e", P09LighteningTransformerTest.EXACT),
      number("%.4f", P09LighteningTransformerTest.AREA),
      number("%.3f", P09LighteningTransformerTest.AREA_IN_README),
      number("%.1f", P09LighteningTransformerTest.EXAMPLE)),
  P10(
      P10AlbireoTest.class,
      "Albireo, ISCA 2021, Table III; CiMLoop",
      "Albireo: power of three generations by component within %s or half a printed digit, area %s mm²;"
          + " converters to digital, cache and the aggressive laser come from the table itself",
      number("%.2f", P10AlbireoTest.TOLERANCE),
      number("%.1f", P10AlbireoTest.AREA)),
  P11(
      P11SimphonyTest.class,
      "SimPhony, netlist and log of its coherent crossbar",
      "SimPhony: losses %s and %s dB; laser %s mW as printed, %s mW as intended",
      number("%.2f", P11SimphonyTest.NODE_DB),
      number("%.2f", P11SimphonyTest.CORE_DB),
      number("%.10f", P11SimphonyTest.PRINTED_MILLIWATTS),
      number("%.4f", P11SimphonyTest.INTENDED_MILLIWATTS)),
  P12(
      P12RingTest.class,
      "Bogaerts et al. 2012; TorchONN's presets",
      "Microring: finesse %s, free spectral range %s nm, width %s nm, extinction %s dB; neighbours leak %s at"
          + " width over spacing %s, the law within %s up to 0.125",
      number("%.2f", P12RingTest.FINESSE),
      number("%.3f", P12RingTest.RANGE_NM),
      number("%.4f", P12RingTest.WIDTH_NM),
      number("%.2f", P12RingTest.EXTINCTION_DB),
      list("%.4g", P12RingTest.LEAKS),
      list("%.4g", P12RingTest.RATIOS),
      number("%.2f", P12RingTest.LEAK_TOLERANCE)),
  P13(
      P13EffectiveBitsTest.class,
      "closed form, own numpy",
      "Effective bits at %s to 10 dBm: %s at 5 GHz, %s at 10 GHz, within %s; drawn by the engine within twice that",
      number("%.0f", P13EffectiveBitsTest.FIRST_DBM),
      list("%.2f", P13EffectiveBitsTest.AT_5_GHZ),
      list("%.2f", P13EffectiveBitsTest.AT_10_GHZ),
      number("%.2f", P13EffectiveBitsTest.TOLERANCE)),
  P14(
      P14PhotonEnergyTest.class,
      "Netcast; Hamerly et al. 2019; Wang et al. 2021",
      "Optical energies: 40 aJ are %s and 50 zJ %s photons at 1550 nm, 0.64 photon at 532 nm is %s J",
      number("%.1f", P14PhotonEnergyTest.NETCAST),
      number("%.3f", P14PhotonEnergyTest.HAMERLY),
      number("%.3e", P14PhotonEnergyTest.WANG)),
  P15(
      P15CellNoiseTest.class,
      "aihwkit, read noise of memory cells",
      "Read noise of cells: variance s²‖x‖² (additive) and s²Σ|w|x² (root of conductance) within %s over %s draws",
      number("%.2f", P15CellNoiseTest.TOLERANCE),
      P15CellNoiseTest.DRAWS),
  G1(
      G01ReferenceModelsTest.class,
      "PyTorch 1.13 and ONNX Runtime 1.30.0 on the shipped models",
      "Generative models: outputs of the shipped classifier, generator, diffusion U-Net and language model"
          + " within %s of the reference arrays (of the largest output, or of 1), digitally and by the"
          + " way of light with every effect off; an input that is off is told; the reference engine"
          + " runs the classifier",
      number("%.0e", G01ReferenceModelsTest.TOLERANCE)),
  G2(
      G02FittedLinkTest.class,
      "split-step propagation of the same products",
      "Fitted core on products of random operands whose left one crosses %s amplified, dispersive spans"
          + " with Kerr effect at %s dBm (amplifier noise) and %s dBm (Kerr noise): SNR, and SNR"
          + " without gain and offset, within %s dB of propagated waveforms, bias within three standard"
          + " errors; a fit of another link is more than %s dB off",
      G02FittedLinkTest.SPANS,
      number("%.0f", G02FittedLinkTest.LAUNCH[0]),
      number("%.0f", G02FittedLinkTest.LAUNCH[1]),
      number("%.2f", G02FittedLinkTest.BOUND),
      number("%.0f", G02FittedLinkTest.OFF)),
  G3(
      G03CentreQueueTest.class,
      "Pollaczek and Khinchine; Kleinrock 1975",
      "Requests at a centre with one service time: mean wait ρs/(2(1 − ρ)) at loads %s within its 99.9 %%"
          + " interval, half the 95 %% interval below %s of it; exponential service waits twice as long",
      list("%.1f", G03CentreQueueTest.LOADS),
      number("%.2f", G03CentreQueueTest.NARROW)),
  G4(
      G04PathNoiseTest.class,
      "Essiambre et al. 2010, eq. 54",
      "OSNR of a path over a node, %s spans of %s km each, noise figure %s dB: P/(n(FG − 1)hνB) to %s on"
          + " every channel, as from a link of the same elements; one amplifier more is told",
      G04PathNoiseTest.SPANS,
      number("%.0f", G04PathNoiseTest.KILOMETRES),
      number("%.0f", G04PathNoiseTest.NOISE_FIGURE_DB),
      number("%.0e", G04PathNoiseTest.TOLERANCE)),
  G5(
      G05FrechetDistanceTest.class,
      "Dowson and Landau 1982; SciPy",
      "Fréchet distance of %s normal features without correlation from %s vectors: Σ(m₁ − m₂)² +"
          + " Σ(s₁ − s₂)² and its bias of order 1/n, within three computed standard deviations;"
          + " classifier features %s to %s of it (where the data are present)",
      G05FrechetDistanceTest.DIMENSIONS,
      list(G05FrechetDistanceTest.VECTORS),
      number("%.3f", G05FrechetDistanceTest.SCIPY),
      number("%.0e", G05FrechetDistanceTest.SCIPY_TOLERANCE)),
  G6(
      G06FullScaleEnergyTest.class,
      "published architectures, counted layer by layer",
      "Energy at 118.6 mW/TOPS, 1 MAC = 2 op (arithmetic only), of DCGAN 64×64, DDPM CIFAR-10 and"
          + " GPT-2: %s mJ for an image, a step and a token, to the printed digits, counted from"
          + " planned graphs of full size",
      list("%.3g", G06FullScaleEnergyTest.MILLIJOULES));

  private final Class<?> test;
  private final String source;
  private final String statement;

  @SuppressWarnings("AnnotateFormatMethod") // a malformed statement fails as soon as this loads
  Claim(Class<?> test, String source, String statement, Object... numbers) {
    this.test = test;
    this.source = source;
    this.statement = statement.formatted(numbers);
  }

  /** {@code V2B} is V2b, {@code V20_SIGNS} is V20 signs. */
  private String id() {
    return name().charAt(0) + name().substring(1).replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  String testName() {
    return test.getSimpleName();
  }

  Class<?> test() {
    return test;
  }

  /** The claim's row of the table, as Markdown. */
  String row() {
    return "| %s | %s | `%s` | %s | %s |"
        .formatted(id(), statement, testName(), source, Coverage.of(test));
  }

  private static String rounding(int samples, Precision precision, int steps) {
    EngineCase judge = new EngineCase(new ReferenceEngineProvider(), precision);
    return number("%.0e", new Tolerances(judge, samples).rounding(steps));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static double[] femtoseconds(double[] seconds) {
    return Arrays.stream(seconds).map(value -> value * 1e15).toArray();
  }

  private static String list(String format, double[] values) {
    return Arrays.stream(values)
        .mapToObj(value -> number(format, value))
        .collect(Collectors.joining(", "));
  }

  private static String list(int[] values) {
    return Arrays.stream(values).mapToObj(Integer::toString).collect(Collectors.joining(", "));
  }
}
