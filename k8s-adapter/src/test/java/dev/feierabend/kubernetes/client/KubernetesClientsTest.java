package dev.feierabend.kubernetes.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.kubernetes.FakeApiServer;
import dev.feierabend.kubernetes.FakeApiServer.Says;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubernetesClientsTest {
  @TempDir Path folder;

  @Test
  void theServersVersionIsTold() {
    try (var server = new FakeApiServer(_ -> Says.ok(Map.of("gitVersion", "v1.36.3")));
        var client = server.client(folder)) {
      assertThat(KubernetesClients.version(client)).isEqualTo("v1.36.3");
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsAnOutageThatNamesItsAddress() {
    var server = new FakeApiServer(_ -> Says.ok(Map.of()));
    try (var client = server.client(folder)) {
      server.close();
      assertThatThrownBy(() -> KubernetesClients.version(client))
          .isInstanceOf(Outage.class)
          .hasMessageContaining("Expected an API server at " + client.getMasterUrl());
    }
  }

  @Test
  void aKubeconfigThatIsNotThereIsAnOutageThatNamesTheFile() {
    assertThatThrownBy(
            () -> KubernetesClients.of(Optional.of(folder.resolve("absent")), "feierabend/test"))
        .isInstanceOf(Outage.class)
        .hasMessageContaining("absent but there is none that can be read");
  }

  @Test
  void aKubeconfigThatIsNoYamlIsAnOutageThatNamesTheFile() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken"), "apiVersion: [v1");

    assertThatThrownBy(() -> KubernetesClients.of(Optional.of(broken), "feierabend/test"))
        .isInstanceOf(Outage.class)
        .hasMessageContaining("broken but it can't be understood");
  }
}
