package dev.feierabend.bench;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/// A document that does its worst to whoever reads it.
record BadDocument(String name, String text, Charset charset) {
  /// `head`, and then as many pieces as `size` characters hold.
  static BadDocument of(String name, String head, int size, IntFunction<String> piece) {
    var text = new StringBuilder(head);
    for (int i = 0; text.length() < size; i++) {
      text.append(piece.apply(i));
    }
    return new BadDocument(name, text.toString(), StandardCharsets.UTF_8);
  }

  static BadDocument of(String name, String head, int size, String piece) {
    return of(name, head, size, _ -> piece);
  }

  /// All of it in one line, between `begin` and `end`.
  static BadDocument line(String name, int size, String begin, String piece, String end) {
    int pieces = (size - begin.length() - end.length()) / piece.length();
    return of(name, begin + piece.repeat(pieces) + end, 0, "");
  }

  BadDocument in(Charset other) {
    return new BadDocument(name + " in " + other, text, other);
  }

  byte[] bytes() {
    return text.getBytes(charset);
  }
}
