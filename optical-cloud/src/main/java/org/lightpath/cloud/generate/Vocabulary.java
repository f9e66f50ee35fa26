package org.lightpath.cloud.generate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Symbols of a language model of characters, by token. */
public final class Vocabulary {
  private final List<String> symbols;
  private final Map<String, Integer> tokens = new HashMap<>();

  /**
   * A vocabulary.
   *
   * @param symbols one character each, all different; the index is the token
   * @throws IllegalArgumentException if a symbol is no single character or comes twice
   */
  public Vocabulary(List<String> symbols) {
    this.symbols = List.copyOf(symbols);
    for (String symbol : symbols) {
      if (symbol.codePointCount(0, symbol.length()) != 1) {
        throw new IllegalArgumentException(
            "symbol '%s' of the vocabulary is no single character".formatted(symbol));
      }
      if (tokens.put(symbol, tokens.size()) != null) {
        throw new IllegalArgumentException(
            "symbol '%s' comes twice in the vocabulary".formatted(symbol));
      }
    }
  }

  /** Number of tokens. */
  public int size() {
    return symbols.size();
  }

  /**
   * Tokens of a text.
   *
   * @throws IllegalArgumentException if a character is not in the vocabulary
   */
  public int[] encode(String text) {
    return text.codePoints().map(this::token).toArray();
  }

  private int token(int codePoint) {
    String symbol = Character.toString(codePoint);
    Integer token = tokens.get(symbol);
    if (token == null) {
      throw new IllegalArgumentException(
          "character '%s' is not among the %d of the vocabulary".formatted(symbol, size()));
    }
    return token;
  }

  /**
   * Text of tokens.
   *
   * @throws IllegalArgumentException if a token is not in the vocabulary
   */
  public String decode(List<Integer> text) {
    StringBuilder decoded = new StringBuilder();
    for (int token : text) {
      if (token < 0 || token >= size()) {
        throw new IllegalArgumentException(
            "token %d, the vocabulary has %d".formatted(token, size()));
      }
      decoded.append(symbols.get(token));
    }
    return decoded.toString();
  }
}
