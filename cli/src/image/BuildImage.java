import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Makes the self-contained image: a Java runtime with only the modules needed, the application, an
 * archive of its loaded classes for a quick start, and a launcher; packed as tar.xz and tried once
 * with no JDK on the path.
 *
 * <p>Arguments: folder with the application's jars, folder to build in, name of the image. Run by
 * the Maven profile {@code image} with the JDK of the build.
 */
public final class BuildImage {
  private static final long LARGEST_BYTES = 60L << 20;
  private static final String MODULES =
      "java.base,java.desktop,java.logging,java.management,java.sql,jdk.management,jdk.unsupported,"
          + "jdk.incubator.vector,jdk.zipfs";
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseG1GC",
          "-Xlog:disable",
          "-Xlog:all=error:stderr",
          // That the archive of the runtime knows nothing of the flags below is told as an error.
          "-Xlog:cds=off:stderr",
          "-XX:TypeProfileMajorReceiverPercent=100",
          "-XX:-UseBimorphicInlining",
          "--add-modules=jdk.incubator.vector",
          "--enable-native-access=ALL-UNNAMED",
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path jars = Path.of(arguments[0]).toAbsolutePath();
    Path build = Path.of(arguments[1]).toAbsolutePath();
    Path image = build.resolve(arguments[2]);
    Path root = build.getParent().getParent();
    delete(image);
    Files.createDirectories(image.resolve("bin"));
    Files.createDirectories(image.resolve("lib"));
    copyAll(jars, image.resolve("lib"));
    keepOwnNatives(image.resolve("lib"));
    copy(root.resolve("cli/src/image/lightpath"), image.resolve("bin/lightpath"));
    image.resolve("bin/lightpath").toFile().setExecutable(true, false);
    copy(root.resolve("LICENSE"), image.resolve("LICENSE"));
    Files.createDirectories(image.resolve("examples"));
    copyAll(root.resolve("examples"), image.resolve("examples"));
    copyBenchmarks(root.resolve("benchmarks"), image.resolve("benchmarks"));
    writeCommit(root, image.resolve("COMMIT"));
    link(image.resolve("runtime"));
    archiveClasses(image);
    Path packed = build.resolve(arguments[2] + ".tar.xz");
    run(build, "tar", "--use-compress-program=xz -9 -T0", "-cf", packed.toString(), arguments[2]);
    long bytes = Files.size(packed);
    System.out.printf("image: %s, %.1f MiB%n", packed, bytes / 1048576.0);
    if (bytes > LARGEST_BYTES) {
      throw new IllegalStateException("the image is larger than 60 MiB: " + bytes + " bytes");
    }
    tryWithoutJdk(image);
  }

  /** Aparapi's natives of other systems are 17 MiB; the archive compresses once, and better. */
  private static void keepOwnNatives(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path jar :
          files.filter(f -> f.getFileName().toString().matches("(aparapi|bcel)-.*")).toList()) {
        Path slim = jar.resolveSibling("slim.jar");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar));
            ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(slim))) {
          out.setLevel(Deflater.NO_COMPRESSION);
          for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            String name = entry.getName();
            boolean foreign = name.matches("(osx|win)/.+|linux/.*_(aarch64|armhf|x86)\\.so");
            if (!foreign && !entry.isDirectory()) {
              ZipEntry kept = new ZipEntry(name);
              kept.setTime(entry.getTime());
              out.putNextEntry(kept);
              in.transferTo(out);
            }
          }
        }
        Files.move(slim, jar, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** What measures a machine that has no build: see the head of the script. */
  private static void copyBenchmarks(Path from, Path to) throws IOException {
    Files.createDirectories(to.resolve("peers"));
    for (String name :
        List.of(
            "on-device.sh",
            "peers/peer_server.py",
            "peers/split_step_peers.py",
            "peers/matmul_peers.py",
            "peers/mesh_peers.py")) {
      copy(from.resolve(name), to.resolve(name));
      to.resolve(name).toFile().setExecutable(true, false);
    }
  }

  /** What the runs of the image will say they were made with; nothing outside a git checkout. */
  private static void writeCommit(Path root, Path file) throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder(
                "git", "-C", root.toString(), "describe", "--always", "--abbrev=40", "--dirty",
                "--exclude=*")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    byte[] commit = git.getInputStream().readAllBytes();
    if (git.waitFor() == 0) {
      Files.write(file, commit);
    }
  }

  /** jlink; compress zip-0 because the archive compresses once, and better than twice. */
  private static void link(Path runtime) {
    int code =
        ToolProvider.findFirst("jlink")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "--add-modules",
                MODULES,
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--compress",
                "zip-0",
                "--generate-cds-archive",
                "--output",
                runtime.toString());
    if (code != 0) {
      throw new IllegalStateException("jlink failed with " + code);
    }
  }

  private static void archiveClasses(Path image) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(image.resolve("runtime/bin/java").toString());
    command.addAll(FLAGS);
    command.add("-XX:ArchiveClassesAtExit=" + image.resolve("lib/lightpath.jsa"));
    command.add("-Dlightpath.home=" + image);
    command.add("-cp");
    command.add(image.resolve("lib") + "/*");
    command.add("org.lightpath.cli.Main");
    command.add("run");
    command.add(image.resolve("examples/soliton.yaml").toString());
    command.add("--out");
    command.add(image.resolveSibling("image-trial").toString());
    delete(image.resolveSibling("image-trial"));
    run(image, command.toArray(String[]::new));
    delete(image.resolveSibling("image-trial"));
  }

  private static void tryWithoutJdk(Path image) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    run(image, image.resolve("bin/lightpath").toString(), "--version");
    System.out.printf("image: starts in %.2f s%n", (System.nanoTime() - begin) * 1e-9);
  }

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
    Map<String, String> environment = builder.environment();
    environment.remove("JAVA_HOME");
    environment.put("PATH", "/usr/bin:/bin");
    int code = builder.start().waitFor();
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", command) + " failed with " + code);
    }
  }

  private static void copyAll(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
