package dev.feierabend.core.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/// A place in a header's text that moves on with what is read there.
///
/// Whatever isn't as this product writes it is an `IllegalArgumentException` or a
/// `DateTimeException`.
final class HeaderCursor {
  private static final int HASH = 64;
  private static final int DIGITS = 15;

  /// Which characters a hash has: asked by comparison, a processor guesses wrong half of the time.
  private static final boolean[] HEX = new boolean[1 << 7];

  static {
    "0123456789abcdef".chars().forEach(digit -> HEX[digit] = true);
  }

  private static final int SECONDS = "2026-11-24T12:00:00".length();
  private static final byte[] ZULU = {'Z'};

  /// What isn't ASCII is a `?` here, which no header has.
  private final byte[] text;

  private int at;

  HeaderCursor(String text) {
    this.text = text.getBytes(US_ASCII);
  }

  HeaderCursor past(byte[] what) {
    int end = at + what.length;
    require(end <= text.length && Arrays.equals(text, at, end, what, 0, what.length));
    at = end;
    return this;
  }

  String hash() {
    int begin = at;
    require(begin + HASH <= text.length);
    while (at < begin + HASH) {
      require(HEX[text[at]]);
      at++;
    }
    return from(begin);
  }

  /// Of small letters, digits and `:`, `.`, `-`.
  String word() {
    int begin = at;
    while (at < text.length && isOfWord(text[at])) {
      at++;
    }
    return from(begin);
  }

  private static boolean isOfWord(byte c) {
    return isDigit(c) || ('a' <= c && c <= 'z') || c == ':' || c == '.' || c == '-';
  }

  private String from(int begin) {
    return new String(text, begin, at - begin, US_ASCII);
  }

  long number() {
    int begin = at;
    long number = 0;
    while (at < text.length && isDigit(text[at]) && at - begin < DIGITS) {
      number = number * 10 + text[at] - '0';
      at++;
    }
    require(at > begin && (at - begin == 1 || text[begin] != '0'));
    return number;
  }

  /// To the second or, where that isn't whole, to the millisecond.
  Instant time() {
    int begin = at;
    var seconds =
        LocalDateTime.of(
            digits(4), part('-', 2), part('-', 2), part('T', 2), part(':', 2), part(':', 2));
    int millis = at < text.length && text[at] == '.' ? part('.', 3) : 0;
    require(at - begin == SECONDS || millis > 0);
    past(ZULU);
    return seconds.plusNanos(millis * 1_000_000L).toInstant(ZoneOffset.UTC);
  }

  private int part(char separator, int length) {
    require(at < text.length && text[at] == separator);
    at++;
    return digits(length);
  }

  private int digits(int length) {
    require(at + length <= text.length);
    int number = 0;
    for (int end = at + length; at < end; at++) {
      require(isDigit(text[at]));
      number = number * 10 + text[at] - '0';
    }
    return number;
  }

  void end() {
    require(at == text.length);
  }

  private static boolean isDigit(byte c) {
    return '0' <= c && c <= '9';
  }

  private static void require(boolean asWritten) {
    if (!asWritten) {
      throw new IllegalArgumentException("Expected the form in which headers are written");
    }
  }
}
