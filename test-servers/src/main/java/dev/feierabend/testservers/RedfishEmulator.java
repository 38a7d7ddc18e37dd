package dev.feierabend.testservers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// OpenStack's Redfish emulator with machines that exist only in it. A reset is answered at once
/// and takes effect 1 to 11 seconds later, as a real controller's does; a second one before that
/// interferes.
public final class RedfishEmulator implements AutoCloseable {
  public static final String USER = "feierabend";
  public static final String PASSWORD = "Planted-redfish&5d20-Secret";

  /// Of the password, as Apache keeps it.
  private static final String HASH = "$2a$04$/f0Fs2UJOJkRHsbNhitPm.8.D0AiWk.vlTEKzuP0v8peo7lWBGHmy";

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String NAME = "sushy-emulator";

  /// It writes so of every reset that it accepts.
  private static final Pattern SWITCHED =
      Pattern.compile("(\\S+Z) System \"(.*)\" power state set to \"(.*)\"");

  private final Path run;
  private final URI uri;
  private final Program program;

  private RedfishEmulator(Path run, URI uri, Program program) {
    this.run = run;
    this.uri = uri;
    this.program = program;
  }

  /// Starts one with a machine for each UUID, on where the value is true; where the emulator can't
  /// be had here, the test is skipped.
  public static RedfishEmulator start(SortedMap<UUID, Boolean> machines) {
    return start(machines, false);
  }

  /// The same, which lets in nobody but the user above.
  public static RedfishEmulator guarded(SortedMap<UUID, Boolean> machines) {
    return start(machines, true);
  }

  private static RedfishEmulator start(SortedMap<UUID, Boolean> machines, boolean guarded) {
    BuiltServer built = RealServers.require(Server.REDFISH);
    Path run = Folders.temporary("redfish");
    int port = Ports.free(1).getFirst();
    String python = built.home().resolve("python/bin/python").toString();
    Path people = write(run, "people", USER + ":" + HASH + "\n");
    String guard = guarded ? "SUSHY_EMULATOR_AUTH_FILE = '%s'%n".formatted(people) : "";
    Path settings = write(run, "sushy.conf", settings(built, port, machines) + guard);
    Program program =
        Program.start(
            NAME,
            run,
            List.of(
                python,
                built.settings().resolve("redfish/emulator.py").toString(),
                "--config",
                settings.toString()));
    URI uri = URI.create("http://127.0.0.1:" + port);
    var emulator = new RedfishEmulator(run, uri, program);
    try {
      await()
          .atMost(PATIENCE)
          .failFast(program::expectRunning)
          .until(new Health(uri.resolve("/redfish/v1/"))::ok);
      return emulator;
    } catch (RuntimeException e) {
      emulator.close();
      throw e;
    }
  }

  public URI uri() {
    return uri;
  }

  /// What its machines were asked to do so far, from first to last, as `ResetType`s.
  public List<Switching> switchings() {
    return WholeLines.of(run.resolve(NAME + ".log"))
        .map(SWITCHED::matcher)
        .filter(Matcher::matches)
        .map(it -> new Switching(Instant.parse(it.group(1)), it.group(2), it.group(3)))
        .toList();
  }

  @Override
  public void close() {
    program.close();
    Folders.delete(run);
  }

  private static String settings(BuiltServer built, int port, SortedMap<UUID, Boolean> machines) {
    String systems =
        machines.entrySet().stream()
            .map(machine ->
                "{'uuid': '%1$s', 'name': 'machine-%1$s', 'power_state': '%2$s', 'nics': []}"
                    .formatted(machine.getKey(), machine.getValue() ? "On" : "Off"))
            .collect(Collectors.joining(", "));
    try {
      return Files.readString(built.settings().resolve("redfish/sushy.conf"))
          + "SUSHY_EMULATOR_LISTEN_PORT = %d%nSUSHY_EMULATOR_FAKE_SYSTEMS = [%s]%n"
              .formatted(port, systems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(Path run, String name, String text) {
    try {
      return Files.writeString(run.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
