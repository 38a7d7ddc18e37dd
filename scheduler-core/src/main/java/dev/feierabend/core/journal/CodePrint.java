package dev.feierabend.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Tells one build of our classes from another: what one build remembers means nothing to the next.
final class CodePrint {
  private static final String CLASS = ".class";

  private CodePrint() {}

  /// SHA-256 (hex) over names and checksums of all classes that lie where `witnesses` lie.
  static String of(Class<?>... witnesses) {
    var print = new StringBuilder();
    for (Class<?> witness : witnesses) {
      print.append(of(home(witness)));
    }
    return Hashes.sha256(print.toString());
  }

  private static Path home(Class<?> witness) {
    try {
      return Path.of(witness.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Expected classes in a file or a folder", e);
    }
  }

  private static String of(Path home) {
    try {
      return Files.isDirectory(home) ? ofFolder(home) : ofJar(home);
    } catch (IOException e) {
      throw new IllegalStateException("Expected classes that can be read in " + home, e);
    }
  }

  /// From the directory at the jar's end: no class is read for it.
  private static String ofJar(Path jar) throws IOException {
    try (var zip = new ZipFile(jar.toFile(), UTF_8)) {
      var print = new StringBuilder();
      zip.stream()
          .filter(entry -> entry.getName().endsWith(CLASS))
          .sorted(Comparator.comparing(ZipEntry::getName))
          .forEach(entry -> print.append(entry.getName()).append(entry.getCrc()));
      return print.toString();
    }
  }

  private static String ofFolder(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      var print = new StringBuilder();
      for (Path file : files.filter(path -> path.toString().endsWith(CLASS)).sorted().toList()) {
        var sum = new CRC32();
        sum.update(Files.readAllBytes(file));
        print.append(folder.relativize(file)).append(sum.getValue());
      }
      return print.toString();
    }
  }
}
