package dev.feierabend.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.testservers.ControlPlane;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributes;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributesBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartOnTheControlPlaneTest {
  private static final Map<String, Object> EVERYTHING =
      Map.of(
          "controllers.secretName", "bmc",
          "signing.secretName", "checkpoint-key",
          "priorityClassName", "system-cluster-critical",
          "journal.storageClass", "fast",
          "service.type", "NodePort",
          "nodeSelector.role", "management",
          "mode", "ACTIVE",
          "mongodb.uri", "mongodb://db1/feierabend?replicaSet=rs0");

  private static ControlPlane plane;
  private static KubernetesClient client;

  @BeforeAll
  static void aNamespaceThatOnlyAdmitsRestrictedPods() {
    plane = ControlPlane.start();
    var config = Config.fromKubeconfig(plane.kubeconfig().toFile());
    client = new KubernetesClientBuilder().withConfig(config).build();
    var namespace =
        new NamespaceBuilder()
            .withNewMetadata()
            .withName(Chart.NAMESPACE)
            .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
            .endMetadata()
            .build();
    client.resource(namespace).create();
    List<HasMetadata> objects = Chart.objects(EVERYTHING);
    client.resource(Chart.the(ServiceAccount.class, objects)).create();
    client.resource(Chart.the(ClusterRole.class, objects)).create();
    client.resource(Chart.the(ClusterRoleBinding.class, objects)).create();
    client.resource(Chart.the(Role.class, objects)).create();
    client.resource(Chart.the(RoleBinding.class, objects)).create();
  }

  @AfterAll
  static void stop() {
    if (plane != null) {
      client.close();
      plane.close();
    }
  }

  @Test
  void theApiServerAcceptsEveryObject() {
    assertThat(List.of(Map.<String, Object>of(), EVERYTHING))
        .flatMap(Chart::objects)
        .hasSize(20)
        .allSatisfy(object ->
            assertThat(client.resource(object).dryRun(true).forceConflicts().serverSideApply())
                .isNotNull());
  }

  @Test
  void itsPodIsAdmittedWhereOnlyRestrictedOnesAre() {
    var template = Chart.the(Deployment.class, Chart.objects(EVERYTHING)).getSpec().getTemplate();
    var pod =
        new PodBuilder()
            .withMetadata(template.getMetadata())
            .withSpec(template.getSpec())
            .editMetadata()
            .withName("feierabend-0")
            .withNamespace(Chart.NAMESPACE)
            .endMetadata()
            .build();

    assertThat(client.resource(pod).dryRun(true).create()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'', nodes, '', patch",
    "'', nodes, '', watch",
    "'', pods, '', list",
    "'', pods, eviction, create",
    "apps, deployments, '', patch",
    "apps, statefulsets, '', get",
    "policy, poddisruptionbudgets, '', watch",
    "metrics.k8s.io, pods, '', list",
    "events.k8s.io, events, '', create",
    "feierabend.dev, schedulepolicies, '', watch",
    "feierabend.dev, scheduleoverrides, status, patch",
  })
  void itMayDoWhatANightNeeds(String group, String resource, String subresource, String verb) {
    assertThat(allowed(group, resource, subresource, verb)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'', nodes, '', delete",
    "'', nodes, '', update",
    "'', nodes, status, patch",
    "'', pods, '', delete",
    "'', pods, '', create",
    "'', pods, exec, create",
    "'', secrets, '', get",
    "'', secrets, '', list",
    "'', configmaps, '', list",
    "apps, deployments, '', delete",
    "apps, deployments, '', create",
    "apps, daemonsets, '', delete",
    "apps, controllerrevisions, '', get",
    "batch, jobs, '', create",
    "events.k8s.io, events, '', list",
    "feierabend.dev, schedulepolicies, '', patch",
    "feierabend.dev, schedulepolicies, '', create",
    "feierabend.dev, scheduleoverrides, '', delete",
    "apiextensions.k8s.io, customresourcedefinitions, '', patch",
    "policy, poddisruptionbudgets, '', patch",
    "rbac.authorization.k8s.io, clusterroles, '', escalate",
    "coordination.k8s.io, leases, '', get",
    "coordination.k8s.io, leases, '', create",
  })
  void itMayDoNothingElse(String group, String resource, String subresource, String verb) {
    assertThat(allowed(group, resource, subresource, verb)).isFalse();
  }

  @Test
  void inItsOwnNamespaceItMayHoldItsOwnLeaseAndNoOther() {
    assertThat(onLease("get", "feierabend")).isTrue();
    assertThat(onLease("update", "feierabend")).isTrue();
    assertThat(onLease("update", "kube-scheduler")).isFalse();
    assertThat(onLease("delete", "feierabend")).isFalse();
  }

  private static boolean onLease(String verb, String name) {
    return allowed(
        new ResourceAttributesBuilder()
            .withGroup("coordination.k8s.io")
            .withResource("leases")
            .withName(name)
            .withVerb(verb)
            .withNamespace(Chart.NAMESPACE)
            .build());
  }

  private static boolean allowed(String group, String resource, String subresource, String verb) {
    return allowed(
        new ResourceAttributesBuilder()
            .withGroup(group)
            .withResource(resource)
            .withSubresource(subresource)
            .withVerb(verb)
            .withNamespace("somewhere-else")
            .build());
  }

  private static boolean allowed(ResourceAttributes asked) {
    SubjectAccessReview review =
        new SubjectAccessReviewBuilder()
            .withNewSpec()
            .withUser("system:serviceaccount:%s:feierabend".formatted(Chart.NAMESPACE))
            .addToGroups("system:serviceaccounts", "system:authenticated")
            .withResourceAttributes(asked)
            .endSpec()
            .build();
    return client.resource(review).create().getStatus().getAllowed();
  }
}
