package dev.feierabend.helm.realparts;

import dev.feierabend.testservers.FaultyDatagrams;
import dev.feierabend.testservers.FaultyFront;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/// Ways on which anything may happen: a front before each Redfish system and before the vCenter,
/// and one over UDP before each board. What a board says is sealed on its way, so that a script
/// around `ipmitool` does what the board would have to: it lies, and is busy.
final class FaultyWays implements Ways {
  private final Path folder;
  private final Map<String, FaultyFront> fronts = new TreeMap<>();
  private final Map<String, FaultyDatagrams> datagrams = new TreeMap<>();

  /// @param folder for the script and what it is told
  FaultyWays(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder.resolve("ways"));
  }

  @Override
  public URI to(String name, URI server, SSLContext trust) {
    return fronts.computeIfAbsent(name, _ -> new FaultyFront(server, trust)).uri();
  }

  @Override
  public String toBoard(String name, String address) {
    return datagrams
        .computeIfAbsent(name, _ -> new FaultyDatagrams(address, InstantSource.system()))
        .address();
  }

  @Override
  public Path tool(Path ipmitool) {
    try {
      Path script = folder.resolve("ipmitool");
      Files.writeString(
          script,
          """
          #!/bin/sh
          # ipmitool, but for what a board says of its machine.
          port=$(echo " $* " | sed 's/.* -p \\([0-9]*\\) .*/\\1/')
          case $(cat "%2$s/$port" 2> /dev/null) in
            LIES) %1$s "$@" | sed 's/is on$/is OFF/;s/is off$/is on/;s/is OFF$/is off/' ;;
            BUSY) echo 'Set Chassis Power Control failed: Node busy' >&2; exit 1 ;;
            *) exec %1$s "$@" ;;
          esac
          """
              .formatted(ipmitool, folder));
      if (!script.toFile().setExecutable(true)) {
        throw new IOException("Expected a program of " + script);
      }
      return script;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String certificates() {
    return fronts.values().stream().map(FaultyFront::certificates).collect(Collectors.joining());
  }

  /// What befalls the way to the vCenter or to a machine's controller from now on.
  void befall(String name, FaultyFront.Fault fault) {
    if (datagrams.containsKey(name)) {
      board(name).fault(onTheWire(fault));
      tell(board(name).address(), fault);
    } else {
      front(name).fault(fault);
    }
  }

  FaultyFront front(String name) {
    return Optional.ofNullable(fronts.get(name)).orElseThrow();
  }

  FaultyDatagrams board(String name) {
    return Optional.ofNullable(datagrams.get(name)).orElseThrow();
  }

  private static FaultyDatagrams.Fault onTheWire(FaultyFront.Fault fault) {
    return switch (fault) {
      case GARBAGE -> FaultyDatagrams.Fault.GARBAGE;
      case HALF -> FaultyDatagrams.Fault.HALF;
      case LATE -> FaultyDatagrams.Fault.LATE;
      case AWAY -> FaultyDatagrams.Fault.AWAY;
      case NONE, LIES, CONFLICT, BUSY, REFUSES_LOGIN, EXPIRED_CERTIFICATE ->
          FaultyDatagrams.Fault.NONE;
    };
  }

  private void tell(String board, FaultyFront.Fault fault) {
    try {
      Files.writeString(folder.resolve(board.substring(board.indexOf(':') + 1)), fault.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    fronts.values().forEach(FaultyFront::close);
    datagrams.values().forEach(FaultyDatagrams::close);
  }
}
