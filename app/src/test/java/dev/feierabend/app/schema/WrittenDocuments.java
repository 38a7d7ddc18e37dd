package dev.feierabend.app.schema;

import dev.feierabend.app.house.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What stands in the tree and looks like a document of ours: in text blocks of the code, in the
/// book, and as files.
final class WrittenDocuments {
  private static final Pattern BLOCK =
      Pattern.compile("\"\"\"\n(.*?)\"\"\"|```yaml\n(.*?)```", Pattern.DOTALL);

  /// What is built, fetched, or harmed on purpose.
  private static final Pattern NOT_OURS = Pattern.compile("/target/|/\\.|/fuzzing/");

  private WrittenDocuments() {}

  static List<String> all() {
    try (Stream<Path> files = Files.walk(Checkout.ROOT)) {
      return files
          .filter(file -> !NOT_OURS.matcher("/" + Checkout.ROOT.relativize(file)).find())
          .filter(file -> file.toString().matches(".*\\.(java|md|yaml)"))
          .flatMap(WrittenDocuments::in)
          .filter(text -> text.contains("apiVersion: feierabend.dev/v1"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> in(Path file) {
    try {
      String text = Files.readString(file);
      return file.toString().endsWith(".yaml")
          ? Stream.of(text)
          : BLOCK
              .matcher(text)
              .results()
              .map(block -> block.group(1) == null ? block.group(2) : block.group(1).stripIndent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
