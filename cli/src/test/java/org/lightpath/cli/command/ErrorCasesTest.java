package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.cli.ExitCode;
import org.lightpath.datasets.npy.NpyArray;
import org.lightpath.datasets.npy.NpyFile;

/**
 * Every mistake a person makes has a message to act on, its exit code, and leaves nothing behind.
 */
class ErrorCasesTest {
  @TempDir Path folder;

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            "wrong unit", "5 km", "5 dB", ":6:9: error: length", "not a unit of length", "80 km"),
        mistake("no unit", "length: 5 km", "length: 5", ":6:9: error: length", "no unit", "80 km"),
        mistake("unknown key", "window:", "windo:", ":12:3: error: unknown key 'windo'", "window"),
        mistake("repeated key", "saves: 4", "saves: 4\nsaves: 5", "key 'saves' is repeated"),
        mistake("negative", "5 km", "-5 km", ":6:9: error: length is '-5 km'", "more than 0 m"),
        mistake("short window", "400 ps", "60 ps", "window too short for its pulse"),
        mistake("rough grid", "samples: 512", "samples: 509", "2^a·3^b·5^c·7^d", "504", "512"),
        mistake("choice", "shape: sech", "shape: sesh", "pulse.shape is 'sesh'", "mean 'sech'?"),
        mistake("kind", "kind: pulse", "kind: puls", "did you mean 'pulse'?"),
        mistake("no kind", "kind: pulse\n", "", "key 'kind' is missing", "pulse, link"),
        mistake("missing", "length: 5 km\n", "", "key 'length' is missing"),
        mistake("both", "t0: 10 ps", "t0: 10 ps\n  fwhm: 9 ps", "'t0' and 'fwhm' exclude"),
        mistake("neither", "  solitonOrder: 1\n", "", "peakPower", "solitonOrder", "energy"),
        mistake("no width", "  t0: 10 ps\n", "", "one of 'fwhm' and 't0'"),
        mistake("preset", "  beta2: -20 ps^2/km", "  preset: smff", "did you mean 'smf'?"),
        mistake(
            "unknown key beside a preset",
            "  beta2: -20 ps^2/km",
            "  preset: smf\n  slop: 0 ps/nm^2/km",
            "unknown key 'slop' in fibre",
            "'slope'"),
        mistake("rule", "  count", "  size: 1 km\n  count", "steps.size does not go with"),
        mistake(
            "tolerance",
            "  count",
            "  tolerance: 1e-6\n  count",
            "steps.tolerance does not go with steps.rule"),
        mistake(
            "raman and a closed form",
            "kind: pulse",
            "kind: pulse\nraman: blow-wood",
            "reference 'soliton' holds without raman and selfSteepening only"),
        mistake(
            "raman and manakov",
            "reference: soliton",
            "raman: blow-wood\nmodel: manakov",
            "model 'manakov' knows neither raman"),
        mistake("raman", "kind: pulse", "kind: pulse\nraman: blowwood", "mean 'blow-wood'?"),
        mistake("form", "solitonOrder: 1", "solitonOrder: 2", "does not describe what is launched"),
        mistake("not YAML", "grid:", "grid: [", "not valid YAML"),
        mistake("a tab", "  t0: 10 ps", "\tt0: 10 ps", "not valid YAML", "tab"),
        mistake("an empty value", "length: 5 km", "length:", "length is empty"));
  }

  private static Arguments mistake(String name, String good, String bad, String... told) {
    return Arguments.of(name, good, bad, told);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void anInvalidExperimentIsExplained(String name, String good, String bad, String[] told)
      throws IOException {
    String text = SmallExperiments.PULSE.replaceFirst(quoted(good), bad);
    assertThat(text).as("the mistake was planted").isNotEqualTo(SmallExperiments.PULSE);
    Path file = SmallExperiments.write(folder, text);
    Path out = folder.resolve("run");

    Console console = Console.run("run", file.toString(), "--out", out.toString());

    assertThat(console.code()).isEqualTo(ExitCode.INVALID);
    assertThat(console.err()).contains(told).contains(file.toString() + ":");
    assertThat(console.err()).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(out).doesNotExist();
    assertThat(Console.run("validate", file.toString()).code()).isEqualTo(ExitCode.INVALID);
  }

  private static String quoted(String text) {
    return Pattern.quote(text);
  }

  @Test
  void allMistakesAreToldAtOnce() throws IOException {
    String text = SmallExperiments.PULSE.replace("length: 5 km", "length: 5").replace("t0:", "to:");
    Console console = Console.run("validate", SmallExperiments.write(folder, text).toString());
    assertThat(console.err()).contains("length: '5' has no unit").contains("unknown key 'to'");
  }

  @Test
  void theCaretStandsUnderTheValue() throws IOException {
    String text = SmallExperiments.PULSE.replace("  t0: 10 ps", "  t0: 10 pz");
    Console console = Console.run("validate", SmallExperiments.write(folder, text).toString());
    assertThat(console.err())
        .contains("experiment.yaml:9:7: error: pulse.t0: 'pz' is not a unit")
        .contains("\n    t0: 10 pz\n        ^\n");
  }

  @Test
  void aReplacedValueIsCheckedLikeOneInTheFile() throws IOException {
    String file = SmallExperiments.write(folder, SmallExperiments.PULSE).toString();
    Console unit = Console.run("validate", file, "--set", "length=5 dB");
    assertThat(unit.code()).isEqualTo(ExitCode.INVALID);
    assertThat(unit.err()).contains("--set:1:8: error: length").contains("length=5 dB\n         ^");
    Console key = Console.run("validate", file, "--set", "fibre.gama=1 /W/km");
    assertThat(key.err()).contains("unknown key 'gama' in fibre").contains("'gamma'");
    Console noValue = Console.run("validate", file, "--set", "length");
    assertThat(noValue.code()).isEqualTo(ExitCode.INVALID);
    assertThat(noValue.err()).contains("expected path=value");
  }

  @Test
  void anUnreadablePulseFileIsExplained() throws IOException {
    String text =
        SmallExperiments.PULSE
            .replace("shape: sech", "shape: file\n  file: pulse.csv")
            .replace("  t0: 10 ps\n", "")
            .replace("  solitonOrder: 1\n", "")
            .replace("reference: soliton\n", "");
    Path file = SmallExperiments.write(folder, text);
    Console absent = Console.run("validate", file.toString());
    assertThat(absent.code()).isEqualTo(ExitCode.INVALID);
    assertThat(absent.err())
        .contains("experiment.yaml:9:9: error: pulse.file")
        .contains("does not exist");

    Path samples = folder.resolve("pulse.csv");
    Files.writeString(samples, "time [ps], re [sqrt(W)], im [sqrt(W)]\n-1, 0, 0\n0, one, 0\n");
    Console wrong = Console.run("validate", file.toString());
    assertThat(wrong.code()).isEqualTo(ExitCode.INVALID);
    assertThat(wrong.err()).contains("pulse.csv:3: 'one' is not a number");
  }

  @Test
  void anUnusablePulseArrayIsExplained() throws IOException {
    String text =
        SmallExperiments.PULSE
            .replace("shape: sech", "shape: file\n  file: pulse.npy")
            .replace("  t0: 10 ps\n", "")
            .replace("  solitonOrder: 1\n", "")
            .replace("reference: soliton\n", "");
    Path file = SmallExperiments.write(folder, text);
    assertThat(validated(file)).contains("error: pulse.file").contains("does not exist");
    double[] values = new double[512];
    Path array = folder.resolve("pulse.npy");
    write(array, values, 512);
    assertThat(validated(file)).contains("all samples are zero");
    values[7] = Double.NaN;
    write(array, values, 512);
    assertThat(validated(file)).contains("sample 7 of row 0 is (NaN");
    write(array, new double[1024], 2, 512);
    assertThat(validated(file)).contains("two need 'model: manakov'");
  }

  private static void write(Path file, double[] values, int... shape) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      NpyFile.write(new NpyArray(shape, false, values), out);
    }
  }

  private static String validated(Path file) {
    Console console = Console.run("validate", file.toString());
    assertThat(console.code()).isEqualTo(ExitCode.INVALID);
    return console.err();
  }

  @Test
  void aMissingFileIsExplained() {
    Console console = Console.run("run", folder.resolve("none.yaml").toString());
    assertThat(console.code()).isEqualTo(ExitCode.INVALID);
    assertThat(console.err()).contains("none.yaml:1:1: error: there is no such file");
  }

  @Test
  void aMissingEngineOrDeviceIsNotAvailable() throws IOException {
    String file = SmallExperiments.write(folder, SmallExperiments.PULSE).toString();
    String out = folder.resolve("run").toString();
    Console engine = Console.run("run", file, "--out", out, "--engine", "cuda9");
    assertThat(engine.code()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(engine.err()).contains("engine 'cuda9'").contains("known engines").contains("cpu");
    Console device = Console.run("run", file, "--out", out, "--engine", "cpu", "--device", "7");
    assertThat(device.code()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(device.err()).contains("no device 7");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void aWrongOptionIsBadUsage() {
    Console console = Console.run("run", "--devise", "1", "x.yaml");
    assertThat(console.code()).isEqualTo(ExitCode.INVALID);
    assertThat(console.err()).contains("--devise").contains("--device");
    assertThat(Console.run("schema", "puls").code()).isEqualTo(ExitCode.INVALID);
    assertThat(Console.run("presets", "smff").err()).contains("did you mean 'smf'?");
  }

  @Test
  void aRunNeverOverwritesAnother() throws IOException {
    String file = SmallExperiments.write(folder, SmallExperiments.PULSE).toString();
    Path out = folder.resolve("run");
    Files.createDirectories(out);
    Files.writeString(out.resolve("precious.txt"), "mine");
    Console console = Console.run("run", file, "--out", out.toString());
    assertThat(console.code()).isEqualTo(ExitCode.INVALID);
    assertThat(console.err()).contains("never overwrites");
    assertThat(out.toFile().list()).containsExactly("precious.txt");
  }

  @Test
  void whatIsNotARunFolderHasNoReport() {
    Console console = Console.run("report", folder.resolve("nothing").toString());
    assertThat(console.code()).isEqualTo(ExitCode.INVALID);
    assertThat(console.err()).contains("is not a run folder");
  }

  @Test
  void deepNestingIsNotAnInternalError() throws IOException {
    Path file = SmallExperiments.write(folder, "[".repeat(100_000));
    Console console = Console.run("validate", file.toString());
    assertThat(console.code()).isEqualTo(ExitCode.INVALID);
    assertThat(console.err()).doesNotContain("internal error").doesNotContain("\tat ");
  }

  @Test
  void tooFewStepsAreWarnedAbout() throws IOException {
    String text =
        SmallExperiments.PULSE.replace("count: 40", "count: 4").replace("saves: 4", "saves: 1");
    String file = SmallExperiments.write(folder, text.replace("5 km", "100 km")).toString();
    Path out = folder.resolve("run");
    Console console = Console.run("run", file, "--out", out.toString());
    assertThat(console.code()).isEqualTo(ExitCode.DONE);
    assertThat(console.out()).contains("estimated step error");
    assertThat(Files.readString(out.resolve("summary.json"))).contains("estimated step error");
  }

  @Test
  void aDivergedFieldFailsTheRun() throws IOException {
    // Single precision overflows where |A|² = 3·10³⁸ W.
    String text =
        SmallExperiments.PULSE
            .replace("solitonOrder: 1", "peakPower: 1e39 W")
            .replace("reference: soliton", "precision: single");
    Path out = folder.resolve("run");
    Console console =
        Console.run(
            "run", SmallExperiments.write(folder, text).toString(), "--out", out.toString());
    assertThat(console.code()).isEqualTo(ExitCode.FAILED);
    assertThat(console.err()).contains("not finite");
    assertThat(out.resolve("results.arrow")).doesNotExist();
    assertThat(Files.readString(out.resolve("summary.json"))).contains("\"failed\"");
  }

  @Test
  void helpTellsTheExitCodes() {
    Console console = Console.run("--help");
    assertThat(console.code()).isEqualTo(ExitCode.DONE);
    assertThat(console.out()).contains("130 interrupted").contains("validate").contains("presets");
  }
}
