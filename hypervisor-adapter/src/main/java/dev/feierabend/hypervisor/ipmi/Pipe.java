package dev.feierabend.hypervisor.ipmi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What a process writes, read while it runs, lest it wait for us; of one that never ends only the
/// beginning.
final class Pipe {
  private static final int MOST_BYTES = 1 << 16;

  /// What is left in a pipe is there at once, unless somebody else holds its end.
  private static final int REST_MILLIS = 1_000;

  private final CompletableFuture<String> text = new CompletableFuture<>();

  private Pipe() {}

  static Pipe of(InputStream in) {
    var pipe = new Pipe();
    Thread.ofVirtual().start(() -> pipe.drink(in));
    return pipe;
  }

  private void drink(InputStream in) {
    try (in) {
      text.complete(new String(in.readNBytes(MOST_BYTES), UTF_8));
    } catch (IOException _) {
      text.complete("");
    }
  }

  /// All that it wrote; nothing where that can't be read to its end.
  String text() throws InterruptedException {
    try {
      return text.get(REST_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException _) {
      return "";
    }
  }
}
