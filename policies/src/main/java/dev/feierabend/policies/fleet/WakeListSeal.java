package dev.feierabend.policies.fleet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.language.Fault;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The last line of a wake list: the SHA-256 of all lines above it. By it half a file is known as
/// half, and one that was damaged as damaged, before anybody is switched on by it.
final class WakeListSeal {
  static final String KEY = "digest";

  private static final Pattern LINE = Pattern.compile(KEY + ": sha256:([0-9a-f]{64})");
  private static final String REMEDY = "; write it anew with feierabend wake --export";
  private static final int LONGEST = 60;

  private WakeListSeal() {}

  static String sealed(String lines) {
    return lines + KEY + ": sha256:" + Document.of(lines.getBytes(UTF_8)).digest() + "\n";
  }

  /// What is wrong with it, if anything is; a byte counts as a character here.
  static Optional<Fault> broken(String file, byte[] bytes) {
    String raw = new String(bytes, ISO_8859_1);
    int begin = raw.lastIndexOf('\n', raw.length() - 2) + 1;
    int line = (int) raw.substring(0, begin).chars().filter(it -> it == '\n').count() + 1;
    String last = raw.substring(begin).stripTrailing();
    Matcher seal = LINE.matcher(last);
    if (!raw.endsWith("\n") || !seal.matches()) {
      return Optional.of(
          new Fault(
              file,
              line,
              1,
              "the digest of all lines above as the last line of the whole list",
              quoted(last) + REMEDY));
    }
    String found = Document.of(Arrays.copyOf(bytes, begin)).digest();
    return found.equals(seal.group(1))
        ? Optional.empty()
        : Optional.of(
            new Fault(
                file,
                line,
                1,
                "lines above with the digest that stands here, sha256:" + seal.group(1),
                "lines with sha256:" + found + REMEDY));
  }

  private static String quoted(String line) {
    String printable = line.replaceAll("[^\\x20-\\x7e]", "?");
    return "\"%s\""
        .formatted(
            printable.length() > LONGEST ? printable.substring(0, LONGEST) + "…" : printable);
  }
}
