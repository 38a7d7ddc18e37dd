package dev.feierabend.app.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Asks a token by way of OpenSC's program: a module that crashes or hangs takes that process with
/// it and not this one.
record Pkcs11Tool(TokenPlace place, Duration deadline) {
  /// Where the program finds the PIN: not on its command line, which everybody reads.
  private static final String PIN = "FEIERABEND_TOKEN_PIN";

  /// @param input what it is asked about; a token's answer is much shorter than what a pipe holds
  TokenAnswer ask(String pin, byte[] input, List<String> what) {
    try {
      Process tool = started(pin, what);
      send(tool, input);
      if (!tool.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        tool.destroyForcibly();
        throw new TokenOut(
            "The token %s didn't answer within %d s"
                .formatted(place.token(), deadline.toSeconds()));
      }
      return new TokenAnswer(
          tool.exitValue(),
          tool.getInputStream().readAllBytes(),
          withoutPin(new String(tool.getErrorStream().readAllBytes(), UTF_8), pin));
    } catch (IOException e) {
      throw new TokenOut(
          "Expected OpenSC's pkcs11-tool as %s but it can't be run".formatted(place.tool()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TokenOut("Interrupted while the token %s was asked".formatted(place.token()), e);
    }
  }

  /// A module may repeat what it was told, and its words become a sentence.
  private static String withoutPin(String said, String pin) {
    return pin.isEmpty() ? said : said.replace(pin, "***");
  }

  private Process started(String pin, List<String> what) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                place.tool().toString(),
                "--module",
                place.module().toString(),
                "--token-label",
                place.token(),
                "--login",
                "--pin",
                "env:" + PIN,
                "--label",
                place.label()));
    command.addAll(what);
    var builder = new ProcessBuilder(command);
    builder.environment().put(PIN, pin);
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }

  private static void send(Process tool, byte[] input) {
    try (var stdin = tool.getOutputStream()) {
      stdin.write(input);
    } catch (IOException _) {
      // It has ended already, and says why.
    }
  }
}
