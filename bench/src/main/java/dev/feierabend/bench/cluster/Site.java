package dev.feierabend.bench.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Where a program is started that manages a cluster.
///
/// @param folder for what is written meanwhile
/// @param kubeconfig of the cluster
/// @param namespaces that are the customer's
record Site(Path folder, Path kubeconfig, List<String> namespaces) {
  Site {
    namespaces = List.copyOf(namespaces);
  }

  /// Whatever becomes of this process, the program ends with it: a shell waits for the end of its
  /// input.
  private static final String LEASH =
      "exec 3<&0; (read -r _ <&3; kill -9 $$) & exec \"$0\" \"$@\" 3<&- < /dev/null";

  /// Starts a program whose output goes into a file of the folder.
  Process start(String name, List<String> command, Map<String, String> environment)
      throws IOException {
    var builder =
        new ProcessBuilder(Stream.concat(Stream.of("sh", "-c", LEASH), command.stream()).toList())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
