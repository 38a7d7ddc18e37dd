package dev.feierabend.kubernetes.real;

import static dev.feierabend.kubernetes.fleet.Towns.deployment;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.kubernetes.fleet.Towns;
import dev.feierabend.kubernetes.preflight.Preflight;
import dev.feierabend.kubernetes.preflight.Trouble;
import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import dev.feierabend.kubernetes.preflight.WakeableFleet;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/// Each trouble planted on a real control plane and seen with the chart's rights.
class PreflightOnRealClusterTest {
  private static final WorkloadId MAIL = new WorkloadId("deployment/office/mail");

  /// The last webhook is heard by the namespace `office` alone, where nothing can be made from then
  /// on; nor can it in `school`, whose webhook is elsewhere.
  private static final String TROUBLES =
      """
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata: {namespace: office, name: never}
      spec: {minAvailable: 100%, selector: {matchLabels: {app: mail}}}
      ---
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata: {namespace: office, name: all}
      spec: {maxUnavailable: 1, selector: {}}
      ---
      apiVersion: v1
      kind: ResourceQuota
      metadata: {namespace: office, name: small}
      spec: {hard: {pods: "1"}}
      ---
      apiVersion: v1
      kind: PersistentVolume
      metadata: {name: disk}
      spec:
        capacity: {storage: 1Gi}
        accessModes: [ReadWriteOnce]
        storageClassName: none
        local: {path: /data}
        claimRef: {namespace: school, name: data}
        nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [
          {key: kubernetes.io/hostname, operator: In, values: [n1]}]}]}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {namespace: school, name: local}
      spec: {containers: [{name: only, image: example.org/local, imagePullPolicy: Never}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {namespace: default, name: scaler}
      spec: {containers: [{name: only, image: example.org/cluster-autoscaler}]}
      ---
      apiVersion: v1
      kind: Event
      metadata: {namespace: school, name: pull}
      type: Warning
      reason: FailedToRetrieveImagePullSecret
      message: Unable to retrieve some image pull secrets (registry)
      involvedObject: {apiVersion: v1, kind: Pod, namespace: school, name: local}
      ---
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: nodepools.karpenter.sh}
      spec:
        group: karpenter.sh
        scope: Cluster
        names: {kind: NodePool, plural: nodepools}
        versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}]
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: MutatingWebhookConfiguration
      metadata: {name: far}
      webhooks:
        - name: far.example.org
          failurePolicy: Fail
          sideEffects: None
          admissionReviewVersions: [v1]
          clientConfig: {url: "https://127.0.0.1:9/guard"}
          namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: school}}
          rules: [{operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods]}]
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata: {name: guard}
      webhooks:
        - name: guard.example.org
          failurePolicy: Fail
          sideEffects: None
          admissionReviewVersions: [v1]
          clientConfig: {service: {namespace: default, name: guard}}
          namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: office}}
          rules: [{operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods]}]
      """;

  @Test
  void eachTroubleIsSeenAndWhatWouldNotWakeStaysOn() {
    try (var town = new RealTown()) {
      town.node("n1", Towns.FIRST);
      town.create(deployment("office", "mail", 2));
      town.awaitReady(MAIL, 2);
      assertThat(troubles(town)).isEmpty();

      plant(town, TROUBLES);
      RealTown.edit(
          town.admin.nodes().withName("n1"),
          node -> {
            node.getMetadata().getLabels().put("karpenter.sh/nodepool", "default");
            return node;
          });
      await()
          .atMost(RealTown.PATIENCE)
          .untilAsserted(() ->
              assertThat(troubles(town))
                  .extracting(Trouble::kind, PreflightOnRealClusterTest::about)
                  .containsExactlyInAnyOrder(
                      told(Kind.WEBHOOK_OUT, "guard.example.org", "default/guard", "office"),
                      told(Kind.WEBHOOK_UNSEEN, "far.example.org", "https://127.0.0.1:9", "school"),
                      told(Kind.QUOTA, "office/small", "pods", "2", "1"),
                      told(Kind.BUDGET, "office/never", "2", "2"),
                      told(Kind.BUDGETS_OVERLAP, "office/all, office/never", "office/mail"),
                      told(Kind.IMAGE_LOCAL, "example.org/local", "school"),
                      told(
                          Kind.IMAGE_SECRET,
                          "school/local",
                          "Unable to retrieve some image pull secrets (registry)"),
                      told(Kind.VOLUME, "disk", "school/data", "n1"),
                      told(Kind.CLUSTER_AUTOSCALER, "default/scaler", "n1"),
                      told(Kind.KARPENTER, "n1")));

      var fleet = new WakeableFleet(town.fleet, () -> keptOn(troubles(town)));
      assertThat(fleet.observe().workloads())
          .filteredOn(it -> it.id().equals(MAIL))
          .extracting(Workload::seen)
          .containsExactly(Instant.EPOCH);
    }
  }

  @Test
  void aWebhookThatWouldSleepWithTheTownIsSeenOnceItAnswers() {
    try (var town = new RealTown()) {
      town.node("n1", Towns.FIRST);
      town.create(deployment("office", "mail", 1));
      town.awaitReady(MAIL, 1);
      plant(
          town,
          """
          apiVersion: v1
          kind: Service
          metadata: {namespace: office, name: guard}
          spec: {selector: {app: mail}, ports: [{port: 443}]}
          """);
      plant(
          town,
          TROUBLES
              .substring(TROUBLES.lastIndexOf("---\n") + 4)
              .replace("namespace: default", "namespace: office"));

      await()
          .atMost(RealTown.PATIENCE)
          .untilAsserted(() ->
              assertThat(troubles(town))
                  .extracting(Trouble::kind, Trouble::keepsOn)
                  .containsExactly(tuple(Kind.WEBHOOK_SLEEPS, Set.of("office"))));
    }
  }

  /// The same webhook, which nobody answers: once chosen by a label that nothing has, once by that
  /// of the pods.
  @Test
  void aWebhookThatChoosesItsObjectsKeepsOnOnlyWhereItWouldBeAskedAboutOne() {
    try (var town = new RealTown()) {
      town.node("n1", Towns.FIRST);
      town.create(deployment("office", "mail", 1));
      town.awaitReady(MAIL, 1);
      plant(town, choosing("other", "mesh"));
      plant(town, choosing("guard", "app"));

      await()
          .atMost(RealTown.PATIENCE)
          .untilAsserted(() ->
              assertThat(troubles(town))
                  .extracting(Trouble::kind, Trouble::about)
                  .containsExactly(
                      told(Kind.WEBHOOK_OUT, "guard.example.org", "default/guard", "office")));
    }
  }

  private static String choosing(String name, String label) {
    return TROUBLES
        .substring(TROUBLES.lastIndexOf("---\n") + 4)
        .replace("{name: guard}\nwebhooks", "{name: %s}\nwebhooks".formatted(name))
        .replace("guard.example.org", name + ".example.org")
        .replace(
            "  namespaceSelector:",
            "  objectSelector: {matchExpressions: [{key: %s, operator: Exists}]}\n    namespaceSelector:"
                .formatted(label));
  }

  /// What only its template tells: limits, and devices that no node of this town has.
  @Test
  void whatSleepsIsHeldAgainstQuotasByWhatItsTemplateAsksFor() {
    try (var town = new RealTown()) {
      town.create(
          new DeploymentBuilder(deployment("office", "mail", 2))
              .editSpec()
              .editTemplate()
              .editSpec()
              .editFirstContainer()
              .editResources()
              .addToLimits("cpu", new Quantity("1"))
              .addToLimits("nvidia.com/gpu", new Quantity("1"))
              .endResources()
              .endContainer()
              .endSpec()
              .endTemplate()
              .endSpec()
              .build());
      await().atMost(RealTown.PATIENCE).until(() -> town.workload(MAIL).isPresent());
      assertThat(
              town.workloads.sleep(new Step.Sleep(MAIL, 0), new ActionId("sleep/" + MAIL + "@p#1")))
          .isEqualTo(Answer.DONE);
      await().atMost(RealTown.PATIENCE).until(() -> town.workload(MAIL).orElseThrow().asleep());

      plant(
          town,
          """
          apiVersion: v1
          kind: ResourceQuota
          metadata: {namespace: office, name: small}
          spec: {hard: {limits.cpu: "1", requests.nvidia.com/gpu: "1", requests.cpu: "1"}}
          ---
          apiVersion: v1
          kind: ResourceQuota
          metadata: {namespace: office, name: of-jobs}
          spec: {hard: {pods: "0"}, scopes: [Terminating]}
          """);

      await()
          .atMost(RealTown.PATIENCE)
          .untilAsserted(() ->
              assertThat(troubles(town))
                  .extracting(Trouble::kind, Trouble::about)
                  .containsExactly(
                      told(Kind.QUOTA, "office/small", "limits.cpu", "2", "1"),
                      told(Kind.QUOTA, "office/small", "requests.nvidia.com/gpu", "2", "1")));
    }
  }

  @Test
  void rightsThatWereTakenAwayAreNamedAndTheRestIsLookedAtAllTheSame() {
    try (var town = new RealTown()) {
      var roles = town.admin.rbac().clusterRoles().withName("feierabend");
      roles.edit(role -> {
        role.getRules().removeIf(rule -> rule.getResources().contains("pods/eviction"));
        role.getRules().removeIf(rule -> rule.getResources().contains("resourcequotas"));
        role.getRules()
            .removeIf(rule -> rule.getResources().contains("validatingwebhookconfigurations"));
        return role;
      });

      await()
          .atMost(RealTown.PATIENCE)
          .untilAsserted(() ->
              assertThat(troubles(town))
                  .extracting(it -> it.kind() + " " + it.about().getFirst(), Trouble::leavesDoubt)
                  .containsExactlyInAnyOrder(
                      tuple("RIGHT create pods/eviction", false),
                      tuple("RIGHT list namespaces", false),
                      tuple("RIGHT list resourcequotas", false),
                      tuple("RIGHT list events", false),
                      tuple(
                          "RIGHT list validatingwebhookconfigurations.admissionregistration.k8s.io",
                          false),
                      tuple(
                          "RIGHT list mutatingwebhookconfigurations.admissionregistration.k8s.io",
                          false),
                      tuple("UNREAD namespaces", true),
                      tuple("UNREAD resourcequotas", true),
                      tuple("UNREAD events", false),
                      tuple("UNREAD validatingwebhookconfigurations", true),
                      tuple("UNREAD mutatingwebhookconfigurations", true)));
    }
  }

  /// A pod by its Deployment's name.
  private static List<String> about(Trouble trouble) {
    return trouble.about().stream()
        .map(word -> word.replaceFirst("^(office/mail)-[a-z0-9-]+$", "$1"))
        .toList();
  }

  private static Tuple told(Kind kind, String... about) {
    return tuple(kind, List.of(about));
  }

  private static Set<String> keptOn(List<Trouble> troubles) {
    return troubles.stream().flatMap(it -> it.keepsOn().stream()).collect(Collectors.toSet());
  }

  private static List<Trouble> troubles(RealTown town) {
    return Preflight.look(
        town.us,
        Recipes.shipped(),
        true,
        Optional.of(Towns.fleet()),
        town.fleet.observe().workloads());
  }

  private static void plant(RealTown town, String yaml) {
    Stream.of(yaml.split("---\n"))
        .forEach(it -> town.admin.load(new ByteArrayInputStream(it.getBytes(UTF_8))).create());
  }
}
