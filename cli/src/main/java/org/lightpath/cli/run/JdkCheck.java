package org.lightpath.cli.run;

import java.util.Optional;

/** Refuses Java runtimes that are known to corrupt data. */
public final class JdkCheck {
  private static final int FEATURE = 25;
  private static final int FIRST_SOUND_UPDATE = 3;

  private JdkCheck() {}

  /** Why a runtime is refused; empty if it is sound. */
  public static Optional<String> refusal(Runtime.Version version) {
    if (version.feature() < FEATURE) {
      return Optional.of(
          "Java %s is too old: Lightpath needs Java 25.0.3 or later".formatted(version));
    }
    if (version.feature() == FEATURE
        && version.interim() == 0
        && version.update() < FIRST_SOUND_UPDATE) {
      return Optional.of(
          ("Java %s is refused: the G1 collector of 25.0.0 to 25.0.2 can move arrays that native"
                  + " code holds, which corrupts data silently (JDK-8377811). Install Java 25.0.3 or"
                  + " later")
              .formatted(version));
    }
    return Optional.empty();
  }
}
