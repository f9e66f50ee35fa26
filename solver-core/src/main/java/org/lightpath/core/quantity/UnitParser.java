package org.lightpath.core.quantity;

/** Reads the grammar described at {@link Unit}. One instance reads one text. */
final class UnitParser {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final String text;
  private int position;

  UnitParser(String text) {
    this.text = text;
  }

  Unit parse() {
    Unit unit = product(1);
    if (position < text.length()) {
      throw new IllegalArgumentException(
          "'%s' is not a unit: unexpected '%s'".formatted(text, text.substring(position)));
    }
    return unit;
  }

  /** A product up to a closing parenthesis or the end; {@code sign} is −1 below a fraction bar. */
  private Unit product(int sign) {
    Unit unit = Unit.one();
    int side = sign;
    while (true) {
      skipSpaces();
      if (position >= text.length() || peek() == ')') {
        if (side != sign) {
          throw new IllegalArgumentException("'%s': a unit is missing after /".formatted(text));
        }
        return unit;
      }
      char c = peek();
      if (c == '/') {
        position++;
        side = -sign;
      } else if (c == '*' || c == '·' || c == '⋅') {
        position++;
      } else if (c == '(') {
        unit = unit.times(group(), side);
        side = sign;
      } else {
        // A fraction bar holds for one factor only: ps/nm/km needs its second bar.
        unit = factor(unit, side);
        side = sign;
      }
    }
  }

  private Unit group() {
    position++;
    Unit inside = product(1);
    if (position >= text.length()) {
      throw new IllegalArgumentException("'%s': a parenthesis is not closed".formatted(text));
    }
    position++;
    return inside;
  }

  private Unit factor(Unit unit, int side) {
    int start = position;
    while (position < text.length() && isSymbolCharacter(peek())) {
      position++;
    }
    String name = text.substring(start, position);
    if (name.isEmpty()) {
      if (peek() == '1') {
        position++;
        return unit;
      }
      throw new IllegalArgumentException(
          "'%s' is not a unit: unexpected '%s'".formatted(text, text.substring(start)));
    }
    Unit symbol = Unit.symbol(name);
    int exponent = exponent();
    if (symbol.milliwattLevel()) {
      if (exponent != 1 || side < 0 || !unit.equals(Unit.one())) {
        throw new IllegalArgumentException("dBm stands alone: it cannot be part of a product");
      }
      return symbol;
    }
    return unit.times(symbol, side * exponent);
  }

  private int exponent() {
    if (position >= text.length()) {
      return 1;
    }
    boolean negative = false;
    if (peek() == '⁻') {
      negative = true;
      position++;
    }
    int value = superscript();
    if (value >= 0) {
      return negative ? -value : value;
    }
    boolean caret = peek() == '^';
    int mark = position;
    if (caret) {
      position++;
    }
    if (position < text.length() && peek() == '-') {
      negative = true;
      position++;
    }
    int start = position;
    while (position < text.length() && Character.isDigit(peek())) {
      position++;
    }
    if (start == position) {
      if (caret) {
        throw new IllegalArgumentException("'%s': an exponent is missing after ^".formatted(text));
      }
      position = mark;
      return 1;
    }
    int digits = Integer.parseInt(text.substring(start, position));
    return negative ? -digits : digits;
  }

  private int superscript() {
    int value = -1;
    while (position < text.length() && SUPERSCRIPTS.indexOf(peek()) >= 0) {
      value = Math.max(value, 0) * 10 + SUPERSCRIPTS.indexOf(peek());
      position++;
    }
    return value;
  }

  private char peek() {
    return text.charAt(position);
  }

  private void skipSpaces() {
    while (position < text.length() && Character.isWhitespace(peek())) {
      position++;
    }
  }

  private static boolean isSymbolCharacter(char c) {
    return (Character.isLetter(c) && SUPERSCRIPTS.indexOf(c) < 0)
        || c == '%'
        || c == '°'
        || c == '√';
  }
}
