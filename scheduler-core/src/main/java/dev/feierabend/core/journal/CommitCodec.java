package dev.feierabend.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/// A commit as bytes: three lines of UTF-8 (sealed header, hash, body), so that a record can be
/// found and read with any tool, and no byte of it is without meaning.
final class CommitCodec {
  /// How every record begins: the canonical form puts `body` first.
  static final String BEGINNING = "{\"body\":\"";

  private static final char REPLACEMENT = '\ufffd';

  private CommitCodec() {}

  static byte[] encode(Commit commit) {
    return (commit.sealed() + "\n" + commit.hash() + "\n" + commit.body() + "\n").getBytes(UTF_8);
  }

  static Commit decode(long number, byte[] bytes) {
    try {
      var text = text(bytes);
      int first = text.indexOf('\n');
      int second = text.indexOf('\n', first + 1);
      if (second < 0 || text.indexOf('\n', second + 1) != text.length() - 1) {
        throw new CorruptJournal("Commit %d is not three lines".formatted(number));
      }
      var sealed = text.substring(0, first);
      return new Commit(
          header(number, sealed),
          sealed,
          text.substring(first + 1, second),
          text.substring(second + 1, text.length() - 1));
    } catch (CharacterCodingException e) {
      throw new CorruptJournal("Commit %d is not UTF-8".formatted(number), e);
    }
  }

  private static String text(byte[] utf8) throws CharacterCodingException {
    var text = new String(utf8, UTF_8);
    // Faster by far; whether what it put in place of bad bytes was there before, the decoder knows.
    return text.indexOf(REPLACEMENT) < 0
        ? text
        : UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
  }

  static CommitHeader header(long number, String sealed) {
    try {
      return header(sealed);
    } catch (CorruptJournal e) {
      throw new CorruptJournal("Commit %d has no readable header".formatted(number), e);
    }
  }

  /// @throws CorruptJournal where `sealed` is no header
  static CommitHeader header(String sealed) {
    var canonical = HeaderText.read(sealed);
    if (canonical.isPresent()) {
      return canonical.orElseThrow();
    }
    try {
      return JournalMapper.SHARED.readValue(sealed, CommitHeader.class);
    } catch (JsonProcessingException e) {
      throw new CorruptJournal("Expected a commit's header but found something else", e);
    }
  }
}
