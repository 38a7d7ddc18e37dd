package dev.feierabend.kubernetes.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.kubernetes.Kubeconfigs;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.policies.terms.WorkloadId;
import dev.feierabend.testservers.Cable;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@EnableKubernetesMockClient(crud = true, https = false)
class SilentServerTest {
  @TempDir Path folder;
  KubernetesMockServer server;

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void aServerThatSaysNothingIsUnknownInGoodTime() {
    try (var cable = new Cable(server.getPort());
        var client = Kubeconfigs.client(folder, cable.port())) {
      cable.clamp();

      assertThat(
              new KubernetesWorkloads(client, Recipes.shipped())
                  .sleep(
                      new Step.Sleep(new WorkloadId("deployment/office/mail"), 0),
                      new ActionId("sleep/mail@1")))
          .isInstanceOf(Answer.Unknown.class);
    }
  }
}
