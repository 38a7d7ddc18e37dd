package dev.feierabend.kubernetes.nodes;

import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerControllerContract;
import dev.feierabend.kubernetes.Kubeconfigs;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.testservers.Cable;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

@EnableKubernetesMockClient(crud = true, https = false)
class NodeAnnotationPowerTest extends PowerControllerContract {
  private static final MachineId MACHINE = MachineId.of("00000000-0000-0000-0000-000000000001");
  private static final NodeNames NAMES =
      machine -> machine.equals(MACHINE) ? Optional.of("n1") : Optional.empty();

  @TempDir Path folder;
  KubernetesMockServer server;
  private KubernetesClient client;
  private Cable cable;

  @BeforeEach
  void aNodeAtTheEndOfACable() {
    cable = new Cable(server.getPort());
    client = Kubeconfigs.client(folder, cable.port());
    client
        .resource(new NodeBuilder().withNewMetadata().withName("n1").endMetadata().build())
        .create();
  }

  @AfterEach
  void close() {
    client.close();
    cable.close();
  }

  @Override
  protected PowerController controller() {
    return new NodeAnnotationPower(client, NAMES);
  }

  @Override
  protected MachineId machine() {
    return MACHINE;
  }

  @Override
  protected PowerController unreachable(MachineId machine) {
    cable.cut();
    return controller();
  }
}
