package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.house.Checkout;
import java.io.IOException;
import java.nio.file.Files;

/// The handbook's page of faults.
final class Troubleshooting {
  private Troubleshooting() {}

  /// `told` contains `sentence`, and the page says under the same words what to do.
  static void tellsWhatToDo(String told, String sentence) throws IOException {
    assertThat(told).contains(sentence).doesNotContain("\tat ");
    assertThat(Files.readAllLines(Checkout.ROOT.resolve("docs/handbook/troubleshooting.md")))
        .as("a row for it")
        .anyMatch(line -> line.startsWith("|") && line.contains(sentence));
  }
}
