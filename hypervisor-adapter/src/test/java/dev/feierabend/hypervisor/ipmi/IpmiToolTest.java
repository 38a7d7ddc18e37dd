package dev.feierabend.hypervisor.ipmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.hypervisor.ipmi.Heard.Said;
import dev.feierabend.hypervisor.ipmi.Heard.Silence;
import dev.feierabend.hypervisor.login.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process around a program that is not `ipmitool` but tells what it was given, or misbehaves.
class IpmiToolTest {
  private static final Login LOGIN = new Login("feierabend", "geheim-4711");
  private static final IpmiBoard BOARD = IpmiBoard.at("bmc-7.example:6230", () -> LOGIN);
  private static final List<String> STATUS = List.of("chassis", "power", "status");
  private static final Duration LONG = Duration.ofSeconds(30);

  /// Never ends, and holds its pipes open through a child, as a hanging program would.
  private static final String HANGS = "tail -f /dev/null & echo $! > $0.child; wait";

  @TempDir private Path folder;

  @Test
  void thePasswordIsInItsEnvironmentAndNotOnItsCommandLine() throws IOException {
    Path tool = program("echo \"$@\"; echo \"$IPMI_PASSWORD\" >&2");

    assertThat(new IpmiTool(tool, OptionalInt.empty(), LONG, 1).ask(BOARD, LOGIN, STATUS))
        .isEqualTo(
            new Said(
                0,
                "-v -I lanplus -L OPERATOR -H bmc-7.example -p 6230 -U feierabend -E"
                    + " chassis power status\n",
                "geheim-4711\n"));
  }

  @Test
  void nothingElseOfOursIsInItsEnvironment() throws IOException {
    Path tool =
        program("env | cut -d= -f1 | grep -v -e '^_$' -e PWD -e SHLVL | sort | tr '\\n' ' '");

    var said = (Said) new IpmiTool(tool, OptionalInt.empty(), LONG, 1).ask(BOARD, LOGIN, STATUS);

    assertThat(said.out().strip().split(" ")).isSubsetOf("HOME", "IPMI_PASSWORD", "LC_ALL", "PATH");
  }

  @Test
  void oneThatOverrunsItsDeadlineIsKilledWithWhateverItStarted() throws IOException {
    Path tool = program(HANGS);

    assertThat(
            new IpmiTool(tool, OptionalInt.empty(), Duration.ofMillis(500), 1)
                .ask(BOARD, LOGIN, STATUS))
        .isEqualTo(new Silence("no answer within 500 ms"));

    long child = Long.parseLong(Files.readString(Path.of(tool + ".child")).strip());
    await().until(() -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
  }

  @Test
  void oneThatIsInterruptedIsKilledToo() throws Exception {
    Path tool = program(HANGS);
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      var heard =
          threads.submit(
              () -> new IpmiTool(tool, OptionalInt.empty(), LONG, 1).ask(BOARD, LOGIN, STATUS));
      await().until(() -> Files.exists(Path.of(tool + ".child")));
      threads.shutdownNow();

      assertThat(heard.get()).isEqualTo(new Silence("interrupted before the answer came"));
    }
  }

  @Test
  void oneThatNeverStopsTalkingIsHeardToAnEnd() throws IOException {
    Path tool = program("while :; do echo nonsense; done");

    var heard =
        new IpmiTool(tool, OptionalInt.empty(), Duration.ofSeconds(5), 1).ask(BOARD, LOGIN, STATUS);

    assertThat(heard instanceof Said said ? said.out().length() : 0).isLessThanOrEqualTo(1 << 16);
  }

  @Test
  void aFewRunAtATimeAndTheOthersWaitTheirTurn() throws Exception {
    assertThat(mostAtOnce(2)).isEqualTo(2);
    assertThat(mostAtOnce(8)).isGreaterThan(2);
  }

  /// Each counts who else runs while it takes its time.
  private int mostAtOnce(int permitted) throws Exception {
    Path running = Files.createDirectories(folder.resolve("running"));
    Path tool =
        program("mkdir %1$s/$$; sleep 0.2; ls %1$s | wc -l; rmdir %1$s/$$".formatted(running));
    var ipmi = new IpmiTool(tool, OptionalInt.empty(), LONG, permitted);
    int most = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Heard>> asks = Collections.nCopies(8, () -> ipmi.ask(BOARD, LOGIN, STATUS));
      for (var heard : threads.invokeAll(asks)) {
        most = Math.max(most, Integer.parseInt(((Said) heard.get()).out().strip()));
      }
    }
    return most;
  }

  @Test
  void oneThatIsNotThereIsNamedWithWhatToDo() {
    assertThat(
            new IpmiTool(folder.resolve("none"), OptionalInt.empty(), LONG, 1)
                .ask(BOARD, LOGIN, STATUS))
        .isEqualTo(
            new Silence(
                "Expected ipmitool as %s/none but it can't be run; install it, or name it in feierabend.power.ipmitool"
                    .formatted(folder)));
  }

  private Path program(String script) throws IOException {
    Path program = Files.writeString(folder.resolve("tool"), "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }
}
