package dev.feierabend.app.outward;

import dev.feierabend.core.kernel.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A file with secrets, one a line. It is read whenever it is needed, for a mounted Secret changes
/// under one's feet; what stands in it is in no sentence.
public record SecretFile(Path path) {
  /// The lines that aren't blank, at least one, of letters that a header can carry.
  ///
  /// @throws Outage where it can't be read or there is none
  public List<String> lines() {
    List<String> lines;
    try {
      lines = Files.readAllLines(path).stream().map(String::strip).toList();
    } catch (IOException e) {
      throw new Outage("The credentials %s cannot be read".formatted(path), e);
    }
    List<String> secrets = lines.stream().filter(line -> !line.isEmpty()).toList();
    if (secrets.isEmpty() || !secrets.stream().allMatch(SecretFile::isPrintable)) {
      throw new Outage("Expected a secret of printable ASCII letters in a line of " + path);
    }
    return secrets;
  }

  private static boolean isPrintable(String secret) {
    return secret.chars().allMatch(letter -> letter > ' ' && letter <= '~');
  }
}
