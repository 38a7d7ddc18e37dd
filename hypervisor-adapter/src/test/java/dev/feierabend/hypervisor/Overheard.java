package dev.feierabend.hypervisor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What is said while it is open: on both streams, where our own log goes, and in the JDK's log at
/// every level.
final class Overheard implements AutoCloseable {
  private final ByteArrayOutputStream all = new ByteArrayOutputStream();
  private final PrintStream standardError = System.err;
  private final PrintStream standardOut = System.out;
  private final Logger root = LogManager.getLogManager().getLogger("");
  private final @Nullable Level usual = root.getLevel();
  private final Handler handler = new Noting();

  Overheard() {
    var stream = new PrintStream(all, true, UTF_8);
    System.setErr(stream);
    System.setOut(stream);
    root.setLevel(Level.ALL);
    root.addHandler(handler);
  }

  String text() {
    return all.toString(UTF_8);
  }

  /// An exception as a log would print it, causes and all.
  static String of(Throwable thrown) {
    var trace = new ByteArrayOutputStream();
    thrown.printStackTrace(new PrintStream(trace, true, UTF_8));
    return trace.toString(UTF_8);
  }

  @Override
  public void close() {
    root.removeHandler(handler);
    root.setLevel(usual);
    System.setErr(standardError);
    System.setOut(standardOut);
  }

  private final class Noting extends Handler {
    @Override
    public void publish(LogRecord said) {
      Throwable thrown = said.getThrown();
      String line = said.getMessage() + (thrown == null ? "" : Overheard.of(thrown)) + "\n";
      all.writeBytes(line.getBytes(UTF_8));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
