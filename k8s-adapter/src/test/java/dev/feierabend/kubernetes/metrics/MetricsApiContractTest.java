package dev.feierabend.kubernetes.metrics;

import dev.feierabend.core.observing.LoadSource;
import dev.feierabend.kubernetes.FakeApiServer;
import dev.feierabend.kubernetes.FakeApiServer.Says;
import dev.feierabend.kubernetes.fleet.Metered;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/// The contract on the metrics API as Kubernetes documents it.
class MetricsApiContractTest extends LoadContract {
  @TempDir Path folder;

  @Override
  protected void measured(List<Used> used, List<Metered> members, Consumer<LoadSource> asking) {
    try (var server =
            new FakeApiServer(asked ->
                Says.ok(
                    Map.of(
                        "items",
                        used.stream()
                            .filter(
                                it -> it.source().contains("/") == asked.path().endsWith("/pods"))
                            .map(MetricsApiContractTest::item)
                            .toList())));
        var client = server.client(folder)) {
      asking.accept(new MetricsLoad(client, () -> members));
    }
  }

  private static Map<String, Object> item(Used used) {
    var usage = Map.of("cpu", used.cores() + "", "memory", used.mebibytes() + "Mi");
    String[] name = used.source().split("/", 2);
    return name.length == 1
        ? Map.of(
            "metadata", Map.of("name", name[0]), "timestamp", TO, "window", "30s", "usage", usage)
        : Map.of(
            "metadata",
            Map.of("namespace", name[0], "name", name[1]),
            "timestamp",
            TO,
            "window",
            "30s",
            "containers",
            List.of(Map.of("name", "only", "usage", usage)));
  }
}
