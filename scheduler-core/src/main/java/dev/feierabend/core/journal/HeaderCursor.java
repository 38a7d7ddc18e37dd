package dev.feierabend.core.journal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// A place in a header's text that moves on with what is read there.
///
/// Whatever isn't as this product writes it is an `IllegalArgumentException` or a
/// `DateTimeException`.
final class HeaderCursor {
  private static final int HASH = 64;
  private static final int DIGITS = 15;
  private static final int SECONDS = "2026-11-24T12:00:00Z".length();
  private static final int MILLIS = "2026-11-24T12:00:00.123Z".length();

  private final String text;
  private int at;

  HeaderCursor(String text) {
    this.text = text;
  }

  HeaderCursor past(String what) {
    require(text.startsWith(what, at));
    at += what.length();
    return this;
  }

  String hash() {
    var hash = quoted();
    require(hash.length() == HASH);
    for (int i = 0; i < HASH; i++) {
      char c = hash.charAt(i);
      require(isDigit(c) || ('a' <= c && c <= 'f'));
    }
    return hash;
  }

  /// Of small letters, digits and `:`, `.`, `-`.
  String word() {
    var word = quoted();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      require(isDigit(c) || ('a' <= c && c <= 'z') || c == ':' || c == '.' || c == '-');
    }
    return word;
  }

  /// Up to the next quotation mark.
  private String quoted() {
    int end = text.indexOf('"', at);
    require(end >= 0);
    var quoted = text.substring(at, end);
    at = end;
    return quoted;
  }

  long number() {
    int begin = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    int length = at - begin;
    require(0 < length && length <= DIGITS && (length == 1 || text.charAt(begin) != '0'));
    return Long.parseLong(text, begin, at, 10);
  }

  /// To the second or the millisecond.
  Instant time() {
    return time(quoted());
  }

  static Instant time(String written) {
    int length = written.length();
    require(length == SECONDS || length == MILLIS);
    require(written.charAt(length - 1) == 'Z' && isSeparated(written));
    int millis = length == MILLIS ? digits(written, 20, 23) : 0;
    return LocalDateTime.of(
            digits(written, 0, 4),
            digits(written, 5, 7),
            digits(written, 8, 10),
            digits(written, 11, 13),
            digits(written, 14, 16),
            digits(written, 17, 19),
            millis * 1_000_000)
        .toInstant(ZoneOffset.UTC);
  }

  private static boolean isSeparated(String time) {
    return time.charAt(4) == '-'
        && time.charAt(7) == '-'
        && time.charAt(10) == 'T'
        && time.charAt(13) == ':'
        && time.charAt(16) == ':'
        && (time.length() == SECONDS || time.charAt(19) == '.');
  }

  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      require(isDigit(text.charAt(i)));
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  void end() {
    require(at == text.length());
  }

  private static boolean isDigit(char c) {
    return '0' <= c && c <= '9';
  }

  private static void require(boolean asWritten) {
    if (!asWritten) {
      throw new IllegalArgumentException("Expected the form in which headers are written");
    }
  }
}
