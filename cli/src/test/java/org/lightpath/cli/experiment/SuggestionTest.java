package org.lightpath.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The nearest name. */
class SuggestionTest {
  @Test
  void countsEditsAndSwaps() {
    assertThat(Suggestion.distance("length", "length")).isZero();
    assertThat(Suggestion.distance("lenght", "length")).isOne();
    assertThat(Suggestion.distance("leng", "length")).isEqualTo(2);
    assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
    assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
  }

  @Test
  void findsTypingErrorsOnly() {
    List<String> known = List.of("length", "window", "samples");
    assertThat(Suggestion.nearest("Lenght", known)).contains("length");
    assertThat(Suggestion.nearest("sample", known)).contains("samples");
    assertThat(Suggestion.nearest("nonlinearity", known)).isEmpty();
  }
}
