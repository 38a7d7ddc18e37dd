package dev.feierabend.core.proving.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.proving.evidence.PackageFile.Unfit;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/// A member's lines, each with its end, in UTF-8.
final class Lines implements AutoCloseable {
  /// No commit is as large.
  private static final int LONGEST = 64 << 20;

  private final String member;
  private final InputStream in;

  Lines(PackageFile file, String member) {
    this.member = member;
    this.in = new BufferedInputStream(file.stream(member), 1 << 16);
  }

  /// The next line without its end; empty behind the last.
  Optional<String> next() {
    try {
      var line = new ByteArrayOutputStream();
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0 && line.size() == 0) {
          return Optional.empty();
        }
        if (b < 0 || line.size() == LONGEST) {
          throw new Unfit("Expected lines of at most %d bytes in %s".formatted(LONGEST, member));
        }
        line.write(b);
      }
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray())).toString());
    } catch (IOException e) {
      throw new Unfit("%s cannot be read: %s".formatted(member, e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new Unfit("%s cannot be closed".formatted(member), e);
    }
  }
}
