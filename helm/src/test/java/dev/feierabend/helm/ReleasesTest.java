package dev.feierabend.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.kubernetes.preflight.ReleaseCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The releases of Kubernetes that are supported are those that tests run on.
class ReleasesTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void theOldestIsWhatTestsRunOnTheChartAsksForAndTheHandbookNames() throws IOException {
    String oldest = "1." + ReleaseCheck.OLDEST;

    assertThat(pins("kubernetes-oldest"))
        .contains("require k8s.io/kubernetes v%s.".formatted(oldest));
    assertThat(Files.readString(Chart.FOLDER.resolve("Chart.yaml")))
        .contains("kubeVersion: \">=%s.0-0\"".formatted(oldest));
    assertThat(Chart.KUBERNETES).isEqualTo(oldest + ".0");
    assertThat(handbook()).contains("Kubernetes %s to %s".formatted(oldest, newest()));
  }

  private static String newest() throws IOException {
    String require = "require k8s.io/kubernetes v";
    String pins = pins("kubernetes");
    int begin = pins.indexOf(require) + require.length();
    return pins.substring(begin, pins.indexOf('.', begin + "1.".length()));
  }

  private static String pins(String folder) throws IOException {
    return Files.readString(ROOT.resolve("test-servers").resolve(folder).resolve("go.mod"));
  }

  private static String handbook() throws IOException {
    return Files.readString(ROOT.resolve("docs/handbook/platform-team.md"));
  }
}
