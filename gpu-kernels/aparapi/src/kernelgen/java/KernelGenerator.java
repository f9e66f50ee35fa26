import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the kernels of the Aparapi engine: {@code java KernelGenerator.java <templates> <folder>}.
 *
 * <p>Aparapi translates the bytecode of a class, so each precision needs a class of its own. One template is the
 * source of both: {@code REAL} becomes the type, {@code PRECISION} its name, {@code BUTTERFLIES} the passes of a
 * transform in registers.
 */
public final class KernelGenerator {
  private static final String PACKAGE = "org.lightpath.aparapi.internal";
  private static final List<String> TEMPLATES =
      List.of("FieldKernel", "ResidentKernel", "ProductKernel");

  private KernelGenerator() {}

  /** Writes a class for each template and precision. */
  public static void main(String[] arguments) throws IOException {
    Path templates = Path.of(arguments[0]);
    Path folder = Path.of(arguments[1]).resolve(PACKAGE.replace('.', '/'));
    Files.createDirectories(folder);
    for (String name : TEMPLATES) {
      String template = Files.readString(templates.resolve(name + ".java.template"));
      for (boolean single : new boolean[] {true, false}) {
        String precision = single ? "Single" : "Double";
        String text =
            template
                .replace("GLOBAL_BUTTERFLIES", new Butterflies(single, false).methods())
                .replace("LOCAL_BUTTERFLIES", new Butterflies(single, true).methods())
                .replace("COSINE_AND_SINE\n", new Turn(single).text())
                .replace("TILE_SUMS", Tiles.sums())
                .replace("TILE_VARIANCES", Tiles.variances())
                .replace("TILE_READOUTS", Tiles.readouts())
                .replace("PRECISION", precision)
                .replace("(REAL) ", single ? "(float) " : "")
                .replace("REAL", single ? "float" : "double");
        Files.writeString(folder.resolve(precision + name + ".java"), text);
      }
    }
  }
}
