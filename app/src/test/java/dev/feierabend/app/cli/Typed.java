package dev.feierabend.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A command line that was typed, and what came back.
public record Typed(int exit, String out, String err) {

  /// In English; the words are separate arguments.
  public static Typed of(Object... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var args = Arrays.stream(words).map(Object::toString).toArray(String[]::new);
    int exit = new CommandLine(new PrintWriter(out), new PrintWriter(err)).run(args);
    return new Typed(exit, out.toString(), err.toString());
  }

  /// Two days of six hosts, left in `directory`.
  public static Typed demo(Path directory, Object... more) {
    var words = new Object[7 + more.length];
    System.arraycopy(
        new Object[] {"demo", "--days", 2, "--hosts", 6, "--out", directory}, 0, words, 0, 7);
    System.arraycopy(more, 0, words, 7, more.length);
    return of(words);
  }

  public List<String> lines() {
    return out.lines().toList();
  }

  /// The last hash, where a demonstration or a verification tells it.
  public String lastHash() {
    return out.replaceAll("(?s).*last hash ([0-9a-f]{64}).*", "$1");
  }

  public JsonNode json() {
    return json(out);
  }

  public static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }
}
