package org.lightpath.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the table of claims, the claims and the test classes equal. */
class ClaimsTest {
  private static final Path SOURCES = Path.of("src/test/java/org/lightpath/validation");
  private static final Path GENERATED = Path.of("target", "claims.md");

  /** Test classes that are not about a published claim. */
  private static final Set<String> OTHERS =
      Set.of("ClaimsTest", "GlassTest", "LayeringTest", "TolerancesTest");

  private static String table() {
    return Stream.concat(
            Stream.of(
                "| id | claim, with the numbers asserted | test class | source | engines and precisions |",
                "|---|---|---|---|---|"),
            Arrays.stream(Claim.values()).map(Claim::row))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void tableInTheReadmeIsTheTableOfTheTests() throws IOException {
    Files.createDirectories(GENERATED.getParent());
    Files.writeString(GENERATED, table() + "\n");
    assertThat(Files.readString(Path.of("README.md")))
        .as("validation/README.md: its table must be that of validation/%s", GENERATED)
        .contains(table());
  }

  @Test
  void everyTestClassHasARowAndEveryRowAClass() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      Set<String> classes =
          files
              .map(path -> path.getFileName().toString())
              .filter(name -> name.endsWith("Test.java"))
              .map(name -> name.substring(0, name.length() - ".java".length()))
              .filter(name -> !OTHERS.contains(name))
              .collect(Collectors.toSet());
      List<String> claimed = Arrays.stream(Claim.values()).map(Claim::testName).toList();
      assertThat(claimed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(classes);
    }
  }

  /** Claims about published tables and closed forms that no engine computes. */
  private static final Set<Claim> ARITHMETIC =
      Set.of(
          Claim.P9, Claim.P10, Claim.P11, Claim.P12, Claim.P14, Claim.G3, Claim.G4, Claim.G5,
          Claim.G6);

  @Test
  void everyOtherClaimRunsOnAnEngine() {
    for (Claim claim : Claim.values()) {
      assertThat(Coverage.of(claim.test()).equals(Coverage.ARITHMETIC))
          .as(claim.name())
          .isEqualTo(ARITHMETIC.contains(claim));
    }
  }
}
