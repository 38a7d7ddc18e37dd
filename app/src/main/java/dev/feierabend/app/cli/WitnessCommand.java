package dev.feierabend.app.cli;

import dev.feierabend.app.wiring.SystemTime;
import dev.feierabend.app.witness.Attending;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.core.proving.notes.VerifierKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// A witness, for whoever doesn't run the scheduler. It runs until it is told to stop.
@Command(
    name = "witness",
    description = "Cosigns others' checkpoints that grew out of what it saw (C2SP tlog-witness).")
final class WitnessCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Where it keeps what it saw (default: ${DEFAULT-VALUE}).")
  Path folder = Path.of("witness");

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      description = "Host and port (default: ${DEFAULT-VALUE}).")
  InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 8790);

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Its secret Ed25519 key in PEM; by default one that it makes in DIR.")
  @Nullable Path key;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "What it is called, a URL without its scheme; by default it follows from its key.")
  @Nullable KeyName name;

  @Option(
      names = "--log",
      paramLabel = "VKEY|FILE",
      required = true,
      description =
          "A log's verifier key, or a file of them, a line each; may be named several times.")
  List<String> logs = List.of();

  @Override
  public Integer call() throws InterruptedException {
    var settings =
        new Attending.Settings(
            folder,
            Optional.ofNullable(key),
            Optional.ofNullable(name),
            logs.stream().flatMap(WitnessCommand::keys).toList());
    try (var witness = Attending.start(settings, address, SystemTime.clock())) {
      var out = spec.commandLine().getOut();
      out.println(witness.key());
      out.printf("http://%s:%d%n", witness.address().getHostString(), witness.address().getPort());
      out.flush();
      Runtime.getRuntime().addShutdownHook(new Thread(witness::close));
      new CountDownLatch(1).await();
    }
    return Exit.GOOD;
  }

  private static Stream<VerifierKey> keys(String named) {
    try {
      return named.contains("+")
          ? Stream.of(VerifierKey.parse(named))
          : Files.readAllLines(Path.of(named)).stream()
              .filter(line -> !line.isBlank())
              .map(line -> VerifierKey.parse(line.strip()))
              .toList()
              .stream();
    } catch (IOException e) {
      throw new Unreadable(
          "Expected a verifier key or a file of them but %s can't be read".formatted(named));
    } catch (IllegalArgumentException e) {
      throw new Unreadable("%s: %s".formatted(named, e.getMessage()));
    }
  }
}
