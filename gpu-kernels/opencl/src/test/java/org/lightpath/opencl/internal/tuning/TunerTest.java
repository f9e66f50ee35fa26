package org.lightpath.opencl.internal.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured, chosen, kept and left alone. */
class TunerTest {
  private static final TuningDevice DEVICE = new TuningDevice("device", "1", "2");
  private static final String KEY = "key";
  private static final double ENOUGH = 60;

  @TempDir private Path folder;
  private final List<String> prepared = new ArrayList<>();
  private int open;

  /** Variants by name: how often they spin, and what they answer. */
  private record Variant(String name, int work, long bytes) {}

  private static final Variant PLANNED = new Variant("planned", 40, 1);
  private static final Variant SLOW = new Variant("slow", 160, 1);
  private static final Variant FAST = new Variant("fast", 5, 1);
  private static final Variant WRONG = new Variant("wrong", 1, 2);
  private static final Variant REFUSED = new Variant("refused", 0, 1);

  private Tuner tuner(TuningMode mode) {
    return new Tuner(new TuningStore(folder, DEVICE), mode, ENOUGH);
  }

  private Optional<Trial.Timed> prepare(Variant variant) {
    prepared.add(variant.name);
    if (variant.equals(REFUSED)) {
      return Optional.empty();
    }
    open++;
    return Optional.of(
        new Trial.Timed() {
          private double sink = 1;

          @Override
          public void run() {
            for (int i = 0; i < variant.work * 1000; i++) {
              sink = Math.sqrt(sink + i);
            }
            assertThat(sink).isPositive();
          }

          @Override
          public long digest() {
            run();
            return variant.bytes;
          }

          @Override
          public void close() {
            open--;
          }
        });
  }

  private Variant choose(Tuner tuner, Variant... variants) {
    return tuner.choose(KEY, List.of(variants), Variant::name, this::prepare);
  }

  @Test
  void fastestOfEqualBytesIsChosenOnceAndKept() {
    Tuner tuner = tuner(TuningMode.MEASURE);
    assertThat(choose(tuner, PLANNED, SLOW, REFUSED, WRONG, FAST)).isEqualTo(FAST);
    assertThat(prepared).containsExactly("planned", "slow", "refused", "wrong", "fast");
    assertThat(open).isZero();
    assertThat(choose(tuner, PLANNED, SLOW, FAST)).isEqualTo(FAST);
    assertThat(choose(tuner(TuningMode.STORED), PLANNED, FAST)).isEqualTo(FAST);
    assertThat(choose(tuner(TuningMode.MEASURE), PLANNED, FAST)).isEqualTo(FAST);
    assertThat(prepared).hasSize(5);
    assertThat(tuner.lines()).hasSize(1).first().asString().contains(KEY, "fast");
    assertThat(tuner(TuningMode.STORED).describe()).contains("1 tuned", folder.toString());
  }

  @Test
  void plannedStaysWhereNothingIsFaster() {
    assertThat(choose(tuner(TuningMode.MEASURE), PLANNED, SLOW)).isEqualTo(PLANNED);
    assertThat(choose(tuner(TuningMode.STORED), PLANNED, FAST)).isEqualTo(PLANNED);
  }

  @Test
  void nothingIsMeasuredUnlessAskedFor() {
    assertThat(choose(tuner(TuningMode.STORED), PLANNED, FAST)).isEqualTo(PLANNED);
    assertThat(choose(tuner(TuningMode.OFF), PLANNED, FAST)).isEqualTo(PLANNED);
    assertThat(choose(tuner(TuningMode.MEASURE), PLANNED)).isEqualTo(PLANNED);
    assertThat(prepared).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void offTakesNoStoredChoiceAndRenewMeasuresAgain() {
    new TuningStore(folder, DEVICE).write(KEY, new TuningChoice(SLOW.name, 0.1));
    assertThat(choose(tuner(TuningMode.STORED), PLANNED, SLOW, FAST)).isEqualTo(SLOW);
    assertThat(choose(tuner(TuningMode.OFF), PLANNED, SLOW, FAST)).isEqualTo(PLANNED);
    assertThat(prepared).isEmpty();
    assertThat(choose(tuner(TuningMode.RENEW), PLANNED, SLOW, FAST)).isEqualTo(FAST);
    assertThat(choose(tuner(TuningMode.STORED), PLANNED, SLOW, FAST)).isEqualTo(FAST);
  }

  @Test
  void choiceOfNoneOfTheVariantsIsNotTaken() {
    new TuningStore(folder, DEVICE).write(KEY, new TuningChoice("of another version", 0.1));
    assertThat(choose(tuner(TuningMode.STORED), PLANNED, FAST)).isEqualTo(PLANNED);
    assertThat(choose(tuner(TuningMode.MEASURE), PLANNED, FAST)).isEqualTo(FAST);
  }

  @Test
  void timeThatIsUpLeavesThePlanAndIsNotKept() {
    Tuner brief = new Tuner(new TuningStore(folder, DEVICE), TuningMode.MEASURE, 1e-9);
    assertThat(choose(brief, PLANNED, FAST)).isEqualTo(PLANNED);
    assertThat(prepared).containsExactly("planned");
    assertThat(open).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void variantThatThrowsLeavesNothingOpen() {
    Function<Variant, Optional<Trial.Timed>> broken =
        variant -> {
          if (variant.equals(FAST)) {
            throw new IllegalStateException("a bug is no lost contest");
          }
          return prepare(variant);
        };
    Tuner tuner = tuner(TuningMode.MEASURE);
    assertThatThrownBy(
            () -> tuner.choose(KEY, List.of(PLANNED, FAST), Variant::name, broken::apply))
        .isInstanceOf(IllegalStateException.class);
    assertThat(open).isZero();
  }
}
