package dev.feierabend.core.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// A place in a header's text that moves on with what is read there. What it reads has one spelling
/// only, so a header that is read to its end is canonical.
///
/// Whatever isn't as this product writes it is an `IllegalArgumentException` or a
/// `DateTimeException`.
final class HeaderCursor {
  private static final int HASH = 64;
  private static final int DIGITS = 15;
  private static final int SECONDS = "2026-11-24T12:00:00Z".length();
  private static final int MILLIS = "2026-11-24T12:00:00.123Z".length();

  private static final boolean[] IN_HASH = among("0123456789abcdef");
  private static final boolean[] IN_WORD = among("0123456789abcdefghijklmnopqrstuvwxyz:.-");

  private final byte[] text;
  private int at;

  /// A character beyond Latin-1 becomes a question mark, which no header has.
  HeaderCursor(String text) {
    this.text = text.getBytes(ISO_8859_1);
  }

  private static boolean[] among(String characters) {
    var among = new boolean[1 << Byte.SIZE];
    characters.chars().forEach(c -> among[c] = true);
    return among;
  }

  HeaderCursor past(String what) {
    int length = what.length();
    require(at + length <= text.length);
    for (int i = 0; i < length; i++) {
      require(text[at + i] == what.charAt(i));
    }
    at += length;
    return this;
  }

  String hash() {
    require(at + HASH <= text.length);
    boolean hash = true;
    for (int i = at; i < at + HASH; i++) {
      hash &= IN_HASH[text[i] & 0xff];
    }
    require(hash);
    return taken(at + HASH);
  }

  /// Of small letters, digits and `:`, `.`, `-`.
  String word() {
    int end = at;
    while (end < text.length && IN_WORD[text[end] & 0xff]) {
      end++;
    }
    return taken(end);
  }

  private String taken(int end) {
    var taken = new String(text, at, end - at, ISO_8859_1);
    at = end;
    return taken;
  }

  long number() {
    int begin = at;
    long number = 0;
    while (at < text.length && isDigit(text[at]) && at - begin <= DIGITS) {
      number = number * 10 + text[at] - '0';
      at++;
    }
    int length = at - begin;
    require(0 < length && length <= DIGITS && (length == 1 || text[begin] != '0'));
    return number;
  }

  /// To the second or the millisecond, up to the next quotation mark.
  Instant time() {
    int end = at;
    while (end < text.length && text[end] != '"') {
      end++;
    }
    return time(taken(end));
  }

  static Instant time(String written) {
    int length = written.length();
    require(length == SECONDS || length == MILLIS);
    require(written.charAt(length - 1) == 'Z' && isSeparated(written));
    int millis = length == MILLIS ? digits(written, 20, 23) : 0;
    // A whole second is written without a fraction.
    require(length == SECONDS || millis > 0);
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
    require(at == text.length);
  }

  private static boolean isDigit(int c) {
    return '0' <= c && c <= '9';
  }

  private static void require(boolean asWritten) {
    if (!asWritten) {
      throw new IllegalArgumentException("Expected the form in which headers are written");
    }
  }
}
