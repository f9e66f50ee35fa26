package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Run folders in memory, as full as real ones; the physics is made up but plausible. */
final class SampleRuns {
  private SampleRuns() {}

  /** An 11-channel 16-QAM link. */
  static RunData link(String name) {
    Map<String, Object> summary = summary(name, "link");
    summary.put(
        "metrics",
        ordered(
            "launchPower_dBm",
            -1.0,
            "receivedPower_dBm",
            -0.97,
            "snr_dB",
            17.83,
            "snrMin_dB",
            17.61,
            "ber",
            1.24e-4,
            "gmi_bit",
            3.973,
            "osnr_dB",
            21.4,
            "stepError_rel",
            2.1e-4));
    summary.put("centreFrequency_Hz", 193.4145e12);
    summary.put("stepPlan", "largest h with |β₂|(2πB)²h ≤ 20 rad");
    Map<String, DataTable> tables = new HashMap<>();
    tables.put("results", channels());
    tables.put("spectrum", spectrum());
    tables.put("constellation", constellation());
    tables.put("eye", eye());
    tables.put("power", power());
    tables.put("steps", steps(3, 80e3, 61));
    return data(summary, tables);
  }

  /** The same link at {@code count} launch powers. */
  static RunData batch(int count) {
    Map<String, Object> summary = summary("launch power sweep", "link");
    List<Double> values = new ArrayList<>();
    DataTable one = channels();
    int channels = one.rows();
    double[] cases = new double[count * channels];
    double[] snr = new double[cases.length];
    double[] f = new double[cases.length];
    for (int c = 0; c < count; c++) {
      double power = -4 + 8.0 * c / (count - 1);
      values.add(power);
      for (int i = 0; i < channels; i++) {
        cases[c * channels + i] = c;
        f[c * channels + i] = one.numbers("frequency_Hz").get(i);
        double noise = Math.pow(10, -(19 + power) / 10) + Math.pow(10, -(23 - 2 * power) / 10);
        snr[c * channels + i] = -10 * Math.log10(noise) + 0.02 * i;
      }
    }
    summary.put("batch", Map.of("parameter", "launch power", "unit", "dBm", "values", values));
    summary.put("metrics", ordered("snr_dB", snr[0], "snrMin_dB", snr[0]));
    List<Map<String, Object>> metrics = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      metrics.add(
          ordered("snr_dB", snr[c * channels + channels / 2], "snrMin_dB", snr[c * channels]));
    }
    summary.put("cases", metrics);
    DataTable results =
        DataTable.builder()
            .numbers("case", cases)
            .numbers("channel", fill(cases.length, i -> i % channels))
            .numbers("frequency_Hz", f)
            .numbers("snr_dB", snr)
            .numbers("gnSnr_dB", fill(snr.length, i -> snr[(int) i] - 0.3))
            .build();
    return data(summary, Map.of("results", results));
  }

  /** An N = 3 soliton over one period, from the closed-form-like sum of its beats. */
  static RunData pulse(String name) {
    Map<String, Object> summary = summary(name, "pulse");
    summary.put(
        "metrics",
        ordered(
            "peakPower_W",
            103.2,
            "fwhm_s",
            25.1e-15,
            "energy_J",
            1.84e-12,
            "energyError_rel",
            -3.2e-13,
            "photonNumberError_rel",
            2.9e-13,
            "timeOfPeak_s",
            0.0,
            "spectralPeak_Hz",
            193.41e12,
            "band20dBLow_m",
            1.49e-6,
            "band20dBHigh_m",
            1.61e-6,
            "referenceError_rel",
            4.4e-6));
    summary.put("reference", "N = 3 soliton after one period");
    Map<String, DataTable> tables = new HashMap<>();
    double[][] map = SampleMaps.THIRD_ORDER;
    tables.put("timeMap", SampleMaps.timeMap(map));
    tables.put("spectrumMap", SampleMaps.spectrumMap(map));
    tables.put("pulse", SampleMaps.pulse(map));
    tables.put("pulseSpectrum", SampleMaps.spectrum(map));
    tables.put("results", SampleMaps.results(map));
    tables.put("steps", steps(1, 1.2, 400));
    tables.put("comparison", comparison());
    return data(summary, tables);
  }

  private static DataTable comparison() {
    return DataTable.builder()
        .texts("quantity", List.of("peak power", "pulse width", "field, largest deviation"))
        .texts("unit", List.of("W", "s", "rel"))
        .numbers("simulated", 103.2004, 25.0998e-15, 4.4e-6)
        .numbers("expected", 103.2, 25.1e-15, 0)
        .numbers("error_rel", 3.9e-6, -8e-6, 4.4e-6)
        .numbers("tolerance_rel", 1e-4, 1e-4, Double.NaN)
        .texts("source", List.of("Satsuma & Yajima 1974", "Satsuma & Yajima 1974", ""))
        .build();
  }

  private static DataTable channels() {
    int n = 11;
    double[] f = fill(n, i -> 193.4145e12 + (i - 5) * 50e9);
    double[] bend = fill(n, i -> 0.012 * (i - 5) * (i - 5));
    Random random = new Random(4);
    return DataTable.builder()
        .numbers("channel", fill(n, i -> i))
        .numbers("frequency_Hz", f)
        .numbers("launchPower_dBm", fill(n, i -> -1))
        .numbers("receivedPower_dBm", fill(n, i -> -0.97 + 0.03 * random.nextGaussian()))
        .numbers("snr_dB", fill(n, i -> 17.8 + bend[(int) i] + 0.05 * random.nextGaussian()))
        .numbers("snrX_dB", fill(n, i -> 17.8 + bend[(int) i] + 0.12 * random.nextGaussian()))
        .numbers("snrY_dB", fill(n, i -> 17.8 + bend[(int) i] + 0.12 * random.nextGaussian()))
        .numbers("gnSnr_dB", fill(n, i -> 17.66 + bend[(int) i]))
        .numbers("osnr_dB", fill(n, i -> 21.4))
        .numbers("ber", fill(n, i -> 1.2e-4 * (1 + 0.2 * random.nextGaussian())))
        .numbers("gmi_bit", fill(n, i -> 3.97))
        .build();
  }

  private static DataTable spectrum() {
    int n = 4000;
    Random random = new Random(1);
    double[] f = fill(n, i -> (i - n / 2.0) * 1.024e12 / n);
    double[] launch = new double[n];
    double[] received = new double[n];
    for (int i = 0; i < n; i++) {
      double signal = 1e-18;
      for (int c = -5; c <= 5; c++) {
        double edge = (Math.abs(f[i] - c * 50e9) - 16e9) / 1.6e9;
        double shape = edge < -1 ? 1 : edge > 1 ? 0 : 0.5 * (1 - Math.sin(Math.PI * edge / 2));
        signal += 2.5e-14 * shape;
      }
      launch[i] = signal * (0.7 + 0.6 * random.nextDouble());
      received[i] = signal * (0.7 + 0.6 * random.nextDouble()) + 9e-17 * random.nextDouble();
    }
    return DataTable.builder()
        .numbers("frequencyOffset_Hz", f)
        .numbers("launch_WPerHz", launch)
        .numbers("received_WPerHz", received)
        .build();
  }

  private static DataTable constellation() {
    int n = 8192;
    Random random = new Random(2);
    double[][] columns = new double[4][2 * n];
    List<String> polarisation = new ArrayList<>();
    double sigma = Math.pow(10, -17.8 / 20) / Math.sqrt(2);
    for (int row = 0; row < 2 * n; row++) {
      polarisation.add(row < n ? "x" : "y");
      columns[2][row] = (2 * random.nextInt(4) - 3) / Math.sqrt(10);
      columns[3][row] = (2 * random.nextInt(4) - 3) / Math.sqrt(10);
      columns[0][row] = columns[2][row] + sigma * random.nextGaussian();
      columns[1][row] = columns[3][row] + sigma * random.nextGaussian();
    }
    return DataTable.builder()
        .texts("polarisation", polarisation)
        .numbers("inPhase", columns[0])
        .numbers("quadrature", columns[1])
        .numbers("inPhaseSent", columns[2])
        .numbers("quadratureSent", columns[3])
        .build();
  }

  private static DataTable eye() {
    int traces = 200;
    int samples = 64;
    Random random = new Random(3);
    double[] trace = new double[traces * samples];
    double[] time = new double[trace.length];
    double[] amplitude = new double[trace.length];
    for (int k = 0; k < traces; k++) {
      double[] symbols = fill(10, i -> (2 * random.nextInt(4) - 3) / Math.sqrt(10));
      for (int s = 0; s < samples; s++) {
        double u = -1 + 2.0 * s / (samples - 1);
        int at = k * samples + s;
        trace[at] = k;
        time[at] = u / 32e9;
        for (int i = 0; i < symbols.length; i++) {
          amplitude[at] += symbols[i] * raisedCosine(u - (i - 5));
        }
        amplitude[at] += 0.05 * random.nextGaussian();
      }
    }
    return DataTable.builder()
        .numbers("trace", trace)
        .numbers("time_s", time)
        .numbers("amplitude", amplitude)
        .build();
  }

  private static double raisedCosine(double t) {
    double rolloff = 0.2;
    double sinc = Math.abs(t) < 1e-9 ? 1 : Math.sin(Math.PI * t) / (Math.PI * t);
    double bottom = 1 - 4 * rolloff * rolloff * t * t;
    return Math.abs(bottom) < 1e-9 ? 0.2 * sinc : sinc * Math.cos(Math.PI * rolloff * t) / bottom;
  }

  private static DataTable power() {
    List<Double> z = new ArrayList<>();
    List<Double> p = new ArrayList<>();
    List<Double> phase = new ArrayList<>();
    for (int span = 0; span < 3; span++) {
      for (int i = 0; i <= 40; i++) {
        double at = 2e3 * i;
        z.add(80e3 * span + at);
        p.add(11 * 0.794e-3 * Math.pow(10, -0.2 * at / 1e3 / 10));
        phase.add(0.2 * span + 0.2 * (1 - Math.exp(-at / 21.7e3)));
      }
    }
    z.add(240e3);
    p.add(11 * 0.794e-3);
    phase.add(0.6);
    return DataTable.builder()
        .numbers("z_m", array(z))
        .numbers("power_W", array(p))
        .numbers("nonlinearPhase_rad", array(phase))
        .build();
  }

  private static DataTable steps(int spans, double span, int perSpan) {
    double[] z = new double[spans * perSpan];
    double[] h = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = Math.floorDiv(i, perSpan) * span + (i % perSpan) * span / perSpan;
      h[i] = span / perSpan;
    }
    return DataTable.builder().numbers("z_m", z).numbers("step_m", h).build();
  }

  private static double[] array(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] fill(int count, DoubleUnaryOperator value) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> value.applyAsDouble(i));
    return values;
  }

  static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  static Map<String, Object> summary(String name, String kind) {
    return ordered(
        "schemaVersion",
        1,
        "kind",
        kind,
        "name",
        name,
        "status",
        "completed",
        "engine",
        ordered("name", "cpu", "device", "Vector API, 512 bit, 2 threads", "driver", "25.0.3"),
        "precision",
        "double",
        "seed",
        42,
        "steps",
        183,
        "transforms",
        11712,
        "samples",
        65536,
        "fields",
        2,
        "elapsed_s",
        8.42,
        "computeElapsed_s",
        6.91,
        "bytesUploaded",
        2097152,
        "bytesDownloaded",
        2097152,
        "peakDeviceMemory_bytes",
        10485760,
        "description",
        "A run made up for the tests.",
        "timing",
        ordered("transmitter", 0.31, "propagation", 6.91, "receiver", 1.05, "writing", 0.15),
        "provenance",
        ordered(
            "version",
            "0.1.0-SNAPSHOT",
            "gitCommit",
            "3cf0d23",
            "jdk",
            "25.0.3+9",
            "os",
            "Linux 6.1 x86_64",
            "command",
            "lightpath run examples/wdm-link.yaml"));
  }

  static RunData data(Map<String, Object> summary, Map<String, DataTable> tables) {
    return new RunData(
        summary,
        "{\n  \"kind\": \"link\",\n  \"spans\": 3\n}",
        name -> Optional.ofNullable(tables.get(name)),
        List.of(
            new RunData.FileEntry("results.arrow", 12345),
            new RunData.FileEntry("summary.json", 2345)));
  }
}
