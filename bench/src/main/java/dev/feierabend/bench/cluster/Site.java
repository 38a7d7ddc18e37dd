package dev.feierabend.bench.cluster;

import dev.feierabend.testservers.Leash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Where a program is started that manages a cluster.
///
/// @param folder for what is written meanwhile
/// @param kubeconfig of the cluster
/// @param namespaces that are the customer's
record Site(Path folder, Path kubeconfig, List<String> namespaces) {
  Site {
    namespaces = List.copyOf(namespaces);
  }

  /// Starts a program whose output goes into a file of the folder, and that ends with this process.
  Process start(String name, List<String> command, Map<String, String> environment)
      throws IOException {
    var builder =
        new ProcessBuilder(Leash.on(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }
}
