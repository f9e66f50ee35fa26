package org.lightpath.cloud.generate;

import java.util.List;
import java.util.Objects;

/** What a model made. */
public sealed interface Generation {
  /**
   * Images.
   *
   * @param images the images
   * @param classes the class that each was asked to be; empty if none was asked
   */
  record Images(ImageBatch images, List<Integer> classes) implements Generation {
    /**
     * Checks that classes fit.
     *
     * @throws IllegalArgumentException if there are classes, but not one an image
     */
    public Images {
      classes = List.copyOf(classes);
      if (!classes.isEmpty() && classes.size() != images.count()) {
        throw new IllegalArgumentException(
            "%d classes of %d images: give one each or none"
                .formatted(classes.size(), images.count()));
      }
    }

    /** The classes as an array. */
    public int[] classArray() {
      return classes.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /**
   * Text.
   *
   * @param tokens all of it, the prompt included
   * @param promptLength tokens that were given
   */
  record Text(List<Integer> tokens, int promptLength) implements Generation {
    /** Copies the tokens. */
    public Text {
      tokens = List.copyOf(tokens);
      Objects.checkFromToIndex(0, promptLength, tokens.size());
    }

    /** The tokens as an array. */
    public int[] tokenArray() {
      return tokens.stream().mapToInt(Integer::intValue).toArray();
    }
  }
}
