package dev.feierabend.kubernetes.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true, https = false)
class NodeSliceTest {
  private static final MachineId HOST = MachineId.of("00000000-0000-0000-0000-000000000001");
  private static final ActionId ACTION = new ActionId("cordon/n1@p#1");
  private static final NodeNames N1 = _ -> Optional.of("n1");

  KubernetesClient client;

  @BeforeEach
  void aNode() {
    client
        .resource(
            new NodeBuilder()
                .withNewMetadata()
                .withName("n1")
                .endMetadata()
                .withNewStatus()
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .endCondition()
                .endStatus()
                .build())
        .create();
  }

  @Test
  void aNodeIsCordonedOnceAndAdmittedAgain() {
    var hosts = new KubernetesHosts(client, N1, InstantSource.system());

    assertThat(hosts.cordon(HOST, ACTION)).isEqualTo(Answer.DONE);
    Node cordoned = now();
    assertThat(cordoned.getSpec().getUnschedulable()).isTrue();
    assertThat(hosts.cordon(HOST, ACTION)).isEqualTo(Answer.DONE);
    assertThat(now()).isEqualTo(cordoned);
    assertThat(hosts.admit(HOST, ACTION)).isEqualTo(Answer.DONE);

    assertThat(now().getSpec().getUnschedulable()).isNull();
    assertThat(now().getSpec().getTaints()).isNullOrEmpty();
    assertThat(now().getMetadata().getAnnotations()).isNullOrEmpty();
  }

  @Test
  void aPersonsCordonOutlivesOurAdmission() {
    client
        .nodes()
        .withName("n1")
        .edit(it -> new NodeBuilder(it).editOrNewSpec().withUnschedulable(true).endSpec().build());

    var hosts = new KubernetesHosts(client, N1, InstantSource.system());

    assertThat(hosts.admit(HOST, ACTION)).isEqualTo(Answer.DONE);

    assertThat(hosts.obstacle(HOST)).contains("somebody else cordoned it");
    assertThat(now().getSpec().getUnschedulable()).isTrue();
  }

  @Test
  void powerFollowsTheAnnotationAndIsWrittenOnlyToChangeIt() {
    var power = new NodeAnnotationPower(client, N1);
    assertThat(power.state(HOST)).isEqualTo(Power.ON);

    assertThat(power.softOff(HOST)).isEqualTo(Answer.DONE);
    assertThat(power.state(HOST)).isEqualTo(Power.OFF);
    Node off = now();
    power.softOff(HOST);
    assertThat(now()).isEqualTo(off);

    assertThat(power.on(HOST)).isEqualTo(Answer.DONE);
    assertThat(power.state(HOST)).isEqualTo(Power.ON);
    assertThat(now().getMetadata().getAnnotations()).containsEntry("feierabend.test/power", "on");
  }

  @Test
  void thePowerOfWhatIsNotInTheClusterIsUnknown() {
    assertThat(new NodeAnnotationPower(client, _ -> Optional.of("n2")).state(HOST))
        .isEqualTo(Power.UNKNOWN);
    assertThat(new NodeAnnotationPower(client, _ -> Optional.empty()).state(HOST))
        .isEqualTo(Power.UNKNOWN);
  }

  private Node now() {
    return client.nodes().withName("n1").get();
  }
}
