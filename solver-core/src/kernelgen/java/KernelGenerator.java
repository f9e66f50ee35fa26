import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the kernels of the host engine: {@code java KernelGenerator.java <source folder>}.
 *
 * <p>The rules the generated code obeys were measured, each cost a factor of 4 to 200: at most
 * about 2400 bytecodes a kernel; direct calls of the Vector API only, no helper that takes or
 * returns vectors; one loop a kernel, with constant strides so that range checks leave the loop; no
 * lambdas; species in static final fields; float[] and double[] only.
 */
public final class KernelGenerator {
  private static final String PACKAGE = "org.lightpath.core.cpu.internal";

  private KernelGenerator() {}

  /** Writes the classes for each element type and number of lanes. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]).resolve(PACKAGE.replace('.', '/'));
    Files.createDirectories(folder);
    for (Dialect d : Dialect.all()) {
      Files.writeString(folder.resolve(d.className() + ".java"), type(d));
      Files.writeString(
          folder.resolve(GnlseLoops.className(d) + ".java"), GnlseLoops.type(d, PACKAGE));
      Files.writeString(
          folder.resolve(MeshLoops.className(d) + ".java"), MeshLoops.type(d, PACKAGE));
      Files.writeString(folder.resolve(MatmulType.name(d) + ".java"), MatmulType.type(PACKAGE, d));
    }
  }

  private static String type(Dialect d) {
    return """
        package %s;

        %s/** Written by KernelGenerator: {@code %s}, %s. */
        final class %s extends Kernels<%s> {
        %s  %s() {}

          @Override
          public int lanes() {
            return %d;
          }

        %s%s%s}
        """
        .formatted(
            PACKAGE,
            d.imports(),
            d.element(),
            d.scalar() ? "one lane, plain Java" : d.lanes() + " lanes",
            d.className(),
            d.array(),
            d.constants(),
            d.className(),
            d.lanes(),
            Passes.emitAll(d),
            Leaf.emitAll(d),
            Rotations.emitAll(d));
  }
}
