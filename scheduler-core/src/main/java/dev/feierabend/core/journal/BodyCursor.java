package dev.feierabend.core.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/// A place in a body that moves on with what is read there: JSON without a space between its parts,
/// as this product writes it.
///
/// Whatever isn't so, or might be more than the mapper takes, is an `IllegalArgumentException`.
final class BodyCursor {
  private static final int DEEPEST = 100;

  /// A longer number, or name, is one that the mapper may refuse.
  private static final int LONGEST = 300;

  /// What fits a `long` whatever it is.
  private static final int DIGITS = 18;

  private static final byte[] TRUE = "true".getBytes(US_ASCII);
  private static final byte[] FALSE = "false".getBytes(US_ASCII);
  private static final byte[] NULL = "null".getBytes(US_ASCII);

  /// Which bytes stand in a string as they are.
  private static final boolean[] PLAIN = new boolean[1 << Byte.SIZE];

  static {
    Arrays.fill(PLAIN, ' ', PLAIN.length, true);
    PLAIN['"'] = false;
    PLAIN['\\'] = false;
  }

  private final byte[] text;
  private int at;

  BodyCursor(String body) {
    this.text = body.getBytes(UTF_8);
  }

  BodyCursor past(byte[] what) {
    int end = at + what.length;
    require(end <= text.length && Arrays.equals(text, at, end, what, 0, what.length));
    at = end;
    return this;
  }

  /// Past `what` where it is next.
  boolean passes(char what) {
    boolean next = here() == what;
    if (next) {
      at++;
    }
    return next;
  }

  void past(char what) {
    require(passes(what));
  }

  /// A string in which nothing is escaped.
  String word() {
    past('"');
    int begin = at;
    plain();
    var word = new String(text, begin, at - begin, UTF_8);
    past('"');
    return word;
  }

  private void plain() {
    int next = at;
    while (next < text.length && PLAIN[Byte.toUnsignedInt(text[next])]) {
      next++;
    }
    at = next;
  }

  long sequence() {
    int begin = at;
    int length = digits();
    require(0 < length && length <= DIGITS && (length == 1 || text[begin] != '0'));
    long number = 0;
    for (int i = begin; i < at; i++) {
      number = number * 10 + text[i] - '0';
    }
    return number;
  }

  private int digits() {
    int begin = at;
    while ('0' <= here() && here() <= '9') {
      at++;
    }
    return at - begin;
  }

  void string() {
    past('"');
    plain();
    while (!passes('"')) {
      past('\\');
      escaped();
      plain();
    }
  }

  private void escaped() {
    if (!passes('u')) {
      require(here() > 0 && "\"\\/bfnrt".indexOf(here()) >= 0);
      at++;
      return;
    }
    for (int i = 0; i < 4; i++) {
      require(here() >= 0 && Character.digit(here(), 16) >= 0);
      at++;
    }
  }

  /// An object whose values are strings.
  void texts() {
    past('{');
    for (boolean more = !passes('}'); more; more = goesOn('}')) {
      name();
      string();
    }
  }

  private void name() {
    int begin = at;
    string();
    require(at - begin <= LONGEST);
    past(':');
  }

  private boolean goesOn(char end) {
    boolean more = passes(',');
    if (!more) {
      past(end);
    }
    return more;
  }

  void value() {
    value(0);
  }

  private void value(int depth) {
    require(depth < DEEPEST);
    switch (here()) {
      case '{' -> members(depth);
      case '[' -> items(depth);
      case '"' -> string();
      case 't' -> past(TRUE);
      case 'f' -> past(FALSE);
      case 'n' -> past(NULL);
      default -> number();
    }
  }

  private void members(int depth) {
    past('{');
    for (boolean more = !passes('}'); more; more = goesOn('}')) {
      name();
      value(depth + 1);
    }
  }

  private void items(int depth) {
    past('[');
    for (boolean more = !passes(']'); more; more = goesOn(']')) {
      value(depth + 1);
    }
  }

  private void number() {
    int begin = at;
    passes('-');
    require(passes('0') || digits() > 0);
    if (passes('.')) {
      require(digits() > 0);
    }
    if (passes('e') || passes('E')) {
      exponent();
    }
    require(at - begin <= LONGEST);
  }

  private void exponent() {
    if (!passes('-')) {
      passes('+');
    }
    require(digits() > 0);
  }

  void end() {
    require(at == text.length);
  }

  /// Beyond the end a byte that no JSON has.
  private byte here() {
    return at < text.length ? text[at] : 0;
  }

  private static void require(boolean asWritten) {
    if (!asWritten) {
      throw new IllegalArgumentException("Expected the form in which bodies are written");
    }
  }
}
