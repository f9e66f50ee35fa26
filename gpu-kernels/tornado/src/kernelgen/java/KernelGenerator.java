import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the kernels in both precisions: {@code java KernelGenerator.java <folder of kernels>
 * <source folder>}.
 *
 * <p>{@code real} and {@code Real} become {@code double} and {@code Double}, or {@code float} and
 * {@code Float}. A line {@code //#include name} is replaced by the text of {@code name.inc}:
 * TornadoVM counts bytes instead of elements where a method that it inlines is given an array in
 * local memory, so what works on local memory cannot be a method. A second word replaces {@code $1}
 * there. {@code LOAD}, {@code PUT} and
 * {@code STORE} move complex numbers of local memory, the last with a factor of the table of roots.
 */
public final class KernelGenerator {
  private static final String PACKAGE = "org/lightpath/tornado/internal/kernel";
  private static final String INCLUDE = "//#include ";

  private final Path folder;

  private KernelGenerator(Path folder) {
    this.folder = folder;
  }

  /** Writes the classes. */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[1]).resolve(PACKAGE);
    Files.createDirectories(target);
    KernelGenerator generator = new KernelGenerator(Path.of(arguments[0]));
    try (Stream<Path> files = Files.list(generator.folder)) {
      for (Path file : (List<Path>) files.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith("Real")) {
          String text = generator.expanded(Files.readString(file));
          write(target, name, text, "double", "Double");
          write(target, name, text, "float", "Float");
        }
      }
    }
  }

  private static void write(Path target, String name, String text, String small, String large)
      throws IOException {
    String typed = text.replaceAll("\\breal\\b", small).replaceAll("\\bReal|(?<=[a-z])Real", large);
    Files.writeString(target.resolve(name.replace("Real", large)), typed);
  }

  private String expanded(String text) throws IOException {
    StringBuilder out = new StringBuilder();
    for (String line : text.lines().toList()) {
      int at = line.indexOf(INCLUDE);
      if (at < 0) {
        out.append(line).append('\n');
      } else {
        String[] words = line.substring(at + INCLUDE.length()).strip().split(" ");
        String included = Files.readString(folder.resolve(words[0] + ".inc"));
        String body = expanded(words.length > 1 ? included.replace("$1", words[1]) : included);
        String indent = " ".repeat(at);
        out.append(macros(body).lines().map(l -> (indent + l).stripTrailing()).collect(Collectors.joining("\n")));
        out.append('\n');
      }
    }
    return out.toString();
  }

  private static String macros(String text) {
    return text.replaceAll(
            "LOAD\\((\\w+), (.*)\\);", "real $1r = s[$2 + re];\n    real $1i = s[$2 + 1 - re];")
        .replaceAll("PUT\\((.*), (.*), (.*)\\);", "s[$1 + re] = $2;\n    s[$1 + 1 - re] = $3;")
        .replaceAll(
            "STORE\\((.*), (.*), (.*), (.*)\\);",
            """
            {
                  real c = numbers.get(roots + 2 * ($2));
                  real d = numbers.get(roots + 2 * ($2) + 1);
                  real x = $3;
                  real y = $4;
                  s[$1 + re] = x * c - y * d;
                  s[$1 + 1 - re] = x * d + y * c;
                }""");
  }
}
