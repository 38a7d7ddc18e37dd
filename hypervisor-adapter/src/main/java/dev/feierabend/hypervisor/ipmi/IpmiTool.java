package dev.feierabend.hypervisor.ipmi;

import dev.feierabend.hypervisor.login.Login;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Runs `ipmitool`, a few at a time: IPMI goes over UDP, and many at once lose packets. One that
/// overruns its deadline is killed. It gets the password in its environment, which nobody else
/// reads, and never on its command line, which everybody does.
public final class IpmiTool implements Ipmi {
  private static final String PASSWORD = "IPMI_PASSWORD";
  private static final File NOTHING = new File("/dev/null");

  private final Path program;
  private final OptionalInt cipher;
  private final Duration deadline;
  private final Semaphore turns;

  /// @param program `ipmitool`, 1.8.19 or newer, found on the path where it has no folder
  /// @param cipher the cipher suite, 3 or 17; asked of the board where none is said, which some
  ///   answer after ten seconds only
  /// @param atOnce how many run at a time
  public IpmiTool(Path program, OptionalInt cipher, Duration deadline, int atOnce) {
    this.program = program;
    this.cipher = cipher;
    this.deadline = deadline;
    this.turns = new Semaphore(atOnce, true);
  }

  @Override
  public Heard ask(IpmiBoard board, Login login, List<String> command) {
    try {
      if (!turns.tryAcquire(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Heard.Silence("other boards are asked first, and take too long");
      }
      try {
        return run(board, login, command);
      } finally {
        turns.release();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Heard.Silence("interrupted before the answer came");
    }
  }

  private Heard run(IpmiBoard board, Login login, List<String> command)
      throws InterruptedException {
    Process process;
    try {
      process = started(board, login, command);
    } catch (IOException _) {
      return new Heard.Silence(
          "Expected ipmitool as %s but it can't be run; install it, or name it in feierabend.power.ipmitool"
              .formatted(program));
    }
    try {
      var out = Pipe.of(process.getInputStream());
      var beside = Pipe.of(process.getErrorStream());
      if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Heard.Silence("no answer within %d ms".formatted(deadline.toMillis()));
      }
      return new Heard.Said(process.exitValue(), out.text(), beside.text());
    } finally {
      end(process);
    }
  }

  private Process started(IpmiBoard board, Login login, List<String> command) throws IOException {
    var line =
        new ArrayList<>(List.of(program.toString(), "-v", "-I", "lanplus", "-L", "OPERATOR"));
    line.addAll(List.of("-H", board.host(), "-p", Integer.toString(board.port())));
    line.addAll(List.of("-U", login.user(), "-E"));
    cipher.ifPresent(suite -> line.addAll(List.of("-C", Integer.toString(suite))));
    line.addAll(command);
    var builder = new ProcessBuilder(line).redirectInput(ProcessBuilder.Redirect.from(NOTHING));
    var environment = builder.environment();
    environment.keySet().retainAll(List.of("PATH", "HOME"));
    environment.put(PASSWORD, login.password());
    environment.put("LC_ALL", "C");
    return builder.start();
  }

  /// Whatever it has started goes with it.
  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
