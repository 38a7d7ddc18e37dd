package dev.feierabend.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The chart's pod asks for what the image is.
@WhereImagesAreBuilt
final class ChartAgreementTest {
  @TempDir private static Path folder;
  private static Image image;
  private static Chart chart;

  @BeforeAll
  static void unpack() throws IOException {
    image = Image.unpackedIn(folder);
    chart = Chart.of(Files.writeString(folder.resolve("fleet.yaml"), "kind: Fleet"));
  }

  @Test
  void onTheImagesName() {
    assertThat(image.manifest().get("RepoTags").get(0).asText())
        .isEqualTo(chart.container().getImage());
  }

  @Test
  void onTheUser() {
    var security = chart.pod().getSecurityContext();

    assertThat(image.user())
        .containsExactly(security.getRunAsUser().toString(), security.getRunAsGroup().toString());
    assertThat(security.getFsGroup()).isEqualTo(security.getRunAsGroup());
  }

  @Test
  void onThePort() {
    assertThat(chart.container().getPorts())
        .extracting(ContainerPort::getContainerPort)
        .map(port -> port + "/tcp")
        .containsExactlyElementsOf(image.names("ExposedPorts"));
  }

  @Test
  void onTheFoldersThatAreWrittenTo() throws IOException {
    assertThat(image.names("Volumes")).containsExactly(chart.folder("journal"));
    assertThat(chart.config().get("feierabend.yaml"))
        .contains("journal: " + chart.folder("journal") + "/");
    for (String volume : new String[] {"journal", "scratch"}) {
      Path inside = image.root().resolve(chart.folder(volume).substring(1));
      assertThat(Files.getPosixFilePermissions(inside)).contains(PosixFilePermission.OTHERS_WRITE);
    }
  }

  @Test
  void onTheSettingsThatItServes() {
    assertThat(chart.container().getCommand()).as("the image's own entry point").isEmpty();
    assertThat(chart.container().getArgs())
        .containsExactly("serve", "--config", chart.folder("config") + "/feierabend.yaml");
  }
}
