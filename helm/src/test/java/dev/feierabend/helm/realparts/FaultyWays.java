package dev.feierabend.helm.realparts;

import dev.feierabend.testservers.FaultyFront;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/// Ways on which anything may happen: a front before each Redfish system and before the vCenter,
/// and before `ipmitool` a script that does to one board's answers what a file of its port says.
final class FaultyWays implements Ways {
  private final Path folder;
  private final Map<String, FaultyFront> fronts = new TreeMap<>();

  /// @param folder for the script and what it is told
  FaultyWays(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder.resolve("ways"));
  }

  @Override
  public URI to(String name, URI server, SSLContext trust) {
    return fronts.computeIfAbsent(name, _ -> new FaultyFront(server, trust)).uri();
  }

  @Override
  public Path tool(Path ipmitool) {
    try {
      Path script = folder.resolve("ipmitool");
      Files.writeString(
          script,
          """
          #!/bin/sh
          # ipmitool, but for what happens on the way to a board.
          port=$(echo " $* " | sed 's/.* -p \\([0-9]*\\) .*/\\1/')
          case $(cat "%2$s/$port" 2> /dev/null) in
            LIES) %1$s "$@" | sed 's/is on$/is OFF/;s/is off$/is on/;s/is OFF$/is off/' ;;
            BUSY) echo 'Set Chassis Power Control failed: Node busy' >&2; exit 1 ;;
            GARBAGE) echo '%%&$!<html>' ;;
            HALF) %1$s "$@" | head -c 15 ;;
            LATE) %1$s "$@" > "%2$s/$$.out"; sleep 40; cat "%2$s/$$.out" ;;
            AWAY) echo 'Error: Unable to establish IPMI v2 / RMCP+ session' >&2; exit 1 ;;
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

  /// @param name the vCenter's, or a machine's that Redfish switches
  void fault(String name, FaultyFront.Fault fault) {
    front(name).fault(fault);
  }

  FaultyFront front(String name) {
    return Optional.ofNullable(fronts.get(name)).orElseThrow();
  }

  /// @param board its address
  void boardFault(String board, FaultyFront.Fault fault) {
    try {
      Files.writeString(folder.resolve(board.substring(board.indexOf(':') + 1)), fault.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    fronts.values().forEach(FaultyFront::close);
  }
}
