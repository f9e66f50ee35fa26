package org.lightpath.validation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The layering of the whole project: dependencies point down, never sideways between physics
 * modules or from physics to an engine, and a package named {@code internal} is its own module's
 * business.
 */
class LayeringTest {
  private static final String ROOT = "org.lightpath.";

  /** Package of each module, named by what follows {@code org.lightpath.}. */
  private static final Map<String, String> PACKAGES =
      Map.of(
          "solver-core", "core",
          "gpu-kernels/opencl", "opencl",
          "gpu-kernels/aparapi", "aparapi",
          "gpu-kernels/tornado", "tornado",
          "fiber-propagation", "fiber",
          "photonic-compute", "photonic",
          "optical-cloud", "cloud",
          "datasets", "datasets",
          "cli", "cli");

  /** Modules that only a profile builds: the rules hold for them where they are. */
  private static final Set<String> OPTIONAL = Set.of("gpu-kernels/tornado");

  /** Which of the project's packages each package may use. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "core", Set.of("core"),
          "opencl", Set.of("opencl", "core"),
          "aparapi", Set.of("aparapi", "core"),
          "tornado", Set.of("tornado", "core"),
          "fiber", Set.of("fiber", "core"),
          "photonic", Set.of("photonic", "core"),
          "cloud", Set.of("cloud", "datasets", "fiber", "photonic", "core"),
          "datasets", Set.of("datasets", "core"),
          "cli", Set.of("cli", "datasets", "cloud", "fiber", "photonic", "core"));

  private static JavaClasses project;

  @BeforeAll
  static void importClasses() {
    project =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                ROOT + "core",
                ROOT + "opencl",
                ROOT + "aparapi",
                ROOT + "tornado",
                ROOT + "fiber",
                ROOT + "photonic",
                ROOT + "cloud",
                ROOT + "datasets",
                ROOT + "cli");
  }

  /** A module that this test does not see would be free of its rules. */
  @Test
  void everyModuleIsImported() throws IOException {
    for (String module : modules()) {
      String name = PACKAGES.get(module);
      assertThat(name).as("package of module %s, in PACKAGES of this test", module).isNotNull();
      if (OPTIONAL.contains(module)) {
        continue;
      }
      assertThat(project.stream().map(LayeringTest::module))
          .as("classes of module %s: is it a test dependency of validation?", module)
          .contains(name);
    }
  }

  /** Modules of the root build except the two on top, which nothing may import. */
  private static List<String> modules() throws IOException {
    String pom = Files.readString(Path.of("..", "pom.xml"));
    return Pattern.compile("<module>([^<]+)</module>")
        .matcher(pom)
        .results()
        .map((MatchResult match) -> match.group(1))
        .filter(module -> !Set.of("validation", "benchmarks").contains(module))
        .toList();
  }

  @Test
  void dependenciesPointDown() {
    classes()
        .that()
        .resideInAPackage("org.lightpath..")
        .should(useOnlyAllowedModules())
        .check(project);
  }

  @Test
  void internalPackagesStayInTheirModule() {
    classes()
        .that()
        .resideInAPackage("org.lightpath..")
        .should(useOnlyOwnInternals())
        .check(project);
  }

  private static String module(JavaClass type) {
    String rest = type.getPackageName() + ".";
    return rest.startsWith(ROOT) ? rest.substring(ROOT.length()).split("\\.", 2)[0] : "";
  }

  private static ArchCondition<JavaClass> useOnlyAllowedModules() {
    return new ArchCondition<>("use only modules below their own") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Set<String> allowed = ALLOWED.get(module(type));
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          String target = module(dependency.getTargetClass());
          boolean bad = !target.isEmpty() && (allowed == null || !allowed.contains(target));
          events.add(new SimpleConditionEvent(type, !bad, dependency.getDescription()));
        }
      }
    };
  }

  private static ArchCondition<JavaClass> useOnlyOwnInternals() {
    return new ArchCondition<>("use internal packages of their own module only") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass();
          boolean internal = (target.getPackageName() + ".").contains(".internal.");
          boolean bad =
              internal
                  && target.getPackageName().startsWith(ROOT)
                  && !module(target).equals(module(type));
          events.add(new SimpleConditionEvent(type, !bad, dependency.getDescription()));
        }
      }
    };
  }
}
