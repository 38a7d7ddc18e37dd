package dev.feierabend.testservers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// A machine's board as OpenIPMI plays it: IPMI 2.0 over UDP, with the machine's power in a file. A
/// shutdown takes a second, as a quick operating system would.
public final class IpmiSimulator implements AutoCloseable {
  public static final String USER = "feierabend";
  public static final String PASSWORD = "geheim-4711";

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /// RMCP's question whether anybody is there (DSP0136, section 3.2.4.2), with message tag 1.
  private static final byte[] PING = HexFormat.of().parseHex("0600ff06000011be80010000");

  private final BuiltServer built;
  private final Path run;
  private final int port;
  private final Program program;

  private IpmiSimulator(BuiltServer built, Path run, int port, Program program) {
    this.built = built;
    this.run = run;
    this.port = port;
    this.program = program;
  }

  /// Starts one whose machine is on; where it isn't installed, the test is skipped.
  ///
  /// @param machine as the board names it
  public static IpmiSimulator of(UUID machine) {
    BuiltServer built = RealServers.require(Server.IPMI);
    Path run = Folders.temporary("ipmi");
    int port = freePort();
    Path settings = write(run, "lan.conf", settings(built, run, port, machine));
    Path board = write(run, "board.emu", read(built.settings().resolve("ipmi/board.emu")));
    var program =
        Program.start(
            "ipmi_sim",
            run,
            List.of(
                built.program("ipmi_sim"),
                "-n",
                "-c",
                settings.toString(),
                "-f",
                board.toString(),
                "-s",
                run.resolve("state").toString()));
    var simulator = new IpmiSimulator(built, run, port, program);
    try {
      await().atMost(PATIENCE).failFast(program::expectRunning).until(simulator::answers);
      return simulator;
    } catch (RuntimeException e) {
      simulator.close();
      throw e;
    }
  }

  /// The board's address, as `127.0.0.1:40623`.
  public String address() {
    return "127.0.0.1:" + port;
  }

  /// `ipmitool`, of the version that the run's report names.
  public Path tool() {
    return Path.of(built.program("ipmitool"));
  }

  /// Whether the machine is on, without asking the board.
  public boolean on() {
    return read(run.resolve("power")).strip().equals("1");
  }

  /// Somebody pulls its plug, or puts it back; its board knows nothing of it.
  public void switchByHand(boolean on) {
    write(run, "power", on ? "1\n" : "0\n");
  }

  /// What its machine was asked to do so far, from first to last: `shutdown 1`, `power 1`, `power
  /// 0`.
  public List<Switching> switchings() {
    Path log = run.resolve("power.log");
    return Files.exists(log) ? WholeLines.of(log).map(this::switching).toList() : List.of();
  }

  private Switching switching(String line) {
    String[] words = line.split(" ", 2);
    return new Switching(Instant.parse(words[0]), address(), words[1].strip());
  }

  private boolean answers() throws IOException {
    try (var socket = new DatagramSocket()) {
      socket.setSoTimeout(500);
      socket.send(
          new DatagramPacket(
              PING, PING.length, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
      socket.receive(new DatagramPacket(new byte[64], 64));
      return true;
    } catch (SocketTimeoutException _) {
      return false;
    }
  }

  private static String settings(BuiltServer built, Path run, int port, UUID machine) {
    return read(built.settings().resolve("ipmi/lan.conf"))
        .replace("@PORT@", Integer.toString(port))
        .replace("@GUID@", machine.toString().replace("-", ""))
        .replace("@USER@", USER)
        .replace("@PASSWORD@", PASSWORD)
        .replace("@CHASSIS@", built.settings().resolve("ipmi/chassis").toString())
        .replace("@POWER@", write(run, "power", "1\n").toString());
  }

  private static int freePort() {
    try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("Expected a free port", e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
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

  /// From now on nobody answers there.
  public void stop() {
    program.close();
  }

  @Override
  public void close() {
    stop();
    Folders.delete(run);
  }
}
