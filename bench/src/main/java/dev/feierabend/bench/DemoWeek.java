package dev.feierabend.bench;

import dev.feierabend.bench.Subject.Trial;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;

/// Simulated hours a second, against a fixed piece of work for the processor: so many MiB hashed
/// with SHA-256 take as long as one simulated hour.
record DemoWeek(Rounds rounds, Week week, Path disk, PrintWriter out) {
  private static final int MIB = 1 << 20;
  private static final int HASHED = 256;

  void compare() throws Exception {
    Comparison comparison = rounds.of(List.of(hashing(), unscheduled(), lived()));
    comparison.print(out, Comparison.Scale.MILLISECONDS);
    double hour = comparison.all().getLast().spread().median();
    out.printf(Locale.ROOT, "%nThe demo lives %.1f hours a second%n", 1 / hour);
    out.flush();
  }

  private static Subject hashing() {
    return new Subject("SHA-256", "MiB", () -> DemoWeek::hash);
  }

  private static long hash() throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    var block = new byte[MIB];
    for (int i = 0; i < HASHED; i++) {
      digest.update(block);
      block[0] = digest.digest()[0];
    }
    return HASHED;
  }

  private Subject unscheduled() {
    return new Subject("The data centre alone", "hour", () -> week::unscheduled);
  }

  private Subject lived() {
    return new Subject("The demo, with the whole product", "hour", () -> trial(Scratch.in(disk)));
  }

  private Trial trial(Scratch scratch) {
    return new Trial() {
      @Override
      public long run() {
        return week.live(scratch.path(), rounds.nanos());
      }

      @Override
      public void end() throws Exception {
        scratch.close();
      }
    };
  }
}
