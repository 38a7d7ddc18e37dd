package dev.feierabend.app.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.feierabend.app.words.Phrases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Whether a secret key lies in a journal's folder: whoever can rewrite the one could sign it with
/// the other.
record KeyExamination(Path journal, Locale locale) {
  private static final long LARGEST_KEY = 64 << 10;
  private static final String PEM = "PRIVATE KEY-----";

  /// A warning each; where there is none, there is nothing to tell.
  List<Finding> findings() {
    if (!Files.isDirectory(journal)) {
      return List.of();
    }
    try (var files = Files.list(journal)) {
      return files
          .filter(Files::isRegularFile)
          .filter(KeyExamination::isSecret)
          .sorted()
          .map(file -> Finding.warning("key", Phrases.ofCommands(locale).of("key-beside", file)))
          .toList();
    } catch (IOException e) {
      return List.of(Finding.warning("key", String.valueOf(e.getMessage())));
    }
  }

  /// PKCS #8 in PEM by what it holds, PKCS #12 by its name.
  private static boolean isSecret(Path file) {
    String name = file.getFileName().toString();
    if (name.endsWith(".p12") || name.endsWith(".pfx")) {
      return true;
    }
    try {
      return Files.size(file) <= LARGEST_KEY && Files.readString(file, ISO_8859_1).contains(PEM);
    } catch (IOException _) {
      return false; // gone meanwhile, or not ours to read
    }
  }
}
