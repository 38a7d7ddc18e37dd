package dev.feierabend.bench.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// py-kube-downscaler as it comes, told by its arguments: it looks every thirty seconds.
///
/// @param home where `test-servers/build` put it
record KubeDownscaler(Stage stage, Path home) implements Contender {
  @Override
  public String name() {
    return "py-kube-downscaler";
  }

  @Override
  public String agent() {
    return "new-pykube/";
  }

  @Override
  public Duration ahead() {
    return Duration.ofSeconds(10);
  }

  @Override
  public Process start(Schedule schedule) throws IOException {
    String downtime =
        "%s-%s"
            .formatted(
                schedule.sleep().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "+00:00"),
                schedule.wake().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "+00:00"));
    return stage
        .site()
        .start(
            "kube-downscaler",
            List.of(
                home.resolve("python/bin/python").toString(),
                "-m",
                "kube_downscaler",
                "--grace-period=0",
                "--default-downtime=" + downtime),
            Map.of(
                "KUBECONFIG",
                stage.plane().kubeconfig().toString(),
                "PYTHONPATH",
                home.toString()));
  }
}
