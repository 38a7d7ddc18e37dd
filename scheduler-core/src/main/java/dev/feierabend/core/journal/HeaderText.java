package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Owner;
import java.time.DateTimeException;
import java.util.Optional;

/// A header's RFC 8785 form, written and read field by field: a history is verified many times as
/// fast as by way of a JSON tree. What this doesn't know how to write, the library writes; what it
/// doesn't read, the library reads or refuses.
final class HeaderText {
  /// Up to here a JSON number is the same as a `long` (RFC 8785, 3.2.2.3).
  private static final long EXACT = 1L << 53;

  private HeaderText() {}

  static String write(CommitHeader header) {
    var last = header.ownerPrevious();
    var owner = header.owner().toString();
    boolean plain =
        isPlain(owner)
            && isPlain(header.body())
            && isPlain(header.previous())
            && isPlain(last.hash())
            && isExact(header.number())
            && isExact(last.number());
    return plain ? written(header, owner) : Hashes.canonical(header);
  }

  private static String written(CommitHeader header, String owner) {
    return "{\"body\":\""
        + header.body()
        + "\",\"number\":"
        + header.number()
        + ",\"owner\":\""
        + owner
        + "\",\"ownerPrevious\":{\"hash\":\""
        + header.ownerPrevious().hash()
        + "\",\"number\":"
        + header.ownerPrevious().number()
        + "},\"previous\":\""
        + header.previous()
        + "\",\"time\":\""
        + header.time()
        + "\"}";
  }

  private static boolean isExact(long number) {
    return -EXACT < number && number < EXACT;
  }

  /// Whether `text` stands in JSON as it is.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  /// Whether `text` is what `header` is written as.
  static boolean isCanonical(CommitHeader header, String text) {
    return read(text).map(header::equals).orElseGet(() -> text.equals(write(header)));
  }

  /// What `text` says; empty where it isn't of the form that this product writes, which has one
  /// text for each header.
  static Optional<CommitHeader> read(String text) {
    try {
      var at = new HeaderCursor(text);
      var body = at.past("{\"body\":\"").hash();
      long number = at.past("\",\"number\":").number();
      var owner = Owner.parse(at.past(",\"owner\":\"").word());
      var hash = at.past("\",\"ownerPrevious\":{\"hash\":\"").hash();
      long ownNumber = at.past("\",\"number\":").number();
      var previous = at.past("},\"previous\":\"").hash();
      var time = at.past("\",\"time\":\"").time();
      at.past("\"}").end();
      var last = new Head(ownNumber, hash);
      return Optional.of(new CommitHeader(number, time, owner, last, previous, body));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
