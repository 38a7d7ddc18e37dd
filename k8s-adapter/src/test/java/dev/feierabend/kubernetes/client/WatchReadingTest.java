package dev.feierabend.kubernetes.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.WatchEvent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchReadingTest {
  private static final String METADATA =
      """
      {"namespace": "a", "name": "b", "uid": "c", "resourceVersion": "17", "labels": {"app": "b"},
       "managedFields": [{"manager": "kubectl", "operation": "Apply"}]}
      """;
  private static final String KIND = "\"kind\": \"Deployment\", \"apiVersion\": \"apps/v1\",";
  private static final String DEPLOYMENT =
      """
      {%s "metadata": %s,
       "spec": {"replicas": 3, "template": {"spec": {"containers": [{"name": "d", "resources": {"requests": {"cpu": "0.50"}}}]}}},
       "status": {"replicas": 3, "somethingNew": {"e": [1, 2.5, true, null]}}}
      """
          .formatted(KIND, METADATA);
  private static final String POD =
      """
      {"kind": "Pod", "apiVersion": "v1", "metadata": %s, "spec": {"nodeName": "n1"}, "status": {"phase": "Running"}}
      """
          .formatted(METADATA);

  private final WatchReading reading = new WatchReading();

  @Test
  void anObjectIsToldAlikeByAWatchAndByAList() {
    var event = event("MODIFIED", DEPLOYMENT);
    var listed =
        reading.unmarshal(
            new ByteArrayInputStream(
                """
                {"kind": "DeploymentList", "apiVersion": "apps/v1", "metadata": {"resourceVersion": "18"},
                 "items": [%s]}
                """
                    .formatted(DEPLOYMENT.replace(KIND, ""))
                    .getBytes(StandardCharsets.UTF_8)),
            new TypeReference<GenericKubernetesResourceList>() {});

    var told = whole(event);
    assertThat(listed.getMetadata().getResourceVersion()).isEqualTo("18");
    var inList = listed.getItems().getFirst();
    assertThat(inList.getKind()).isEqualTo("Deployment");
    assertThat(TreeResource.tree(told)).isEqualTo(TreeResource.tree(inList));
    assertThat(told.getApiVersion()).isEqualTo("apps/v1");
    assertThat(told.getKind()).isEqualTo("Deployment");
    assertThat(told.getAdditionalProperties()).isEqualTo(inList.getAdditionalProperties());
    assertThat(told.<Integer>get("spec", "replicas")).isEqualTo(3);
    assertThat(told.getMetadata().getLabels()).isEqualTo(inList.getMetadata().getLabels());
  }

  /// Which is half of its text.
  @Test
  void whoManagesAGenericObjectIsKnownFromItsTreeAlone() {
    var told = whole(event("MODIFIED", DEPLOYMENT));

    assertThat(told.getMetadata().getManagedFields()).isEmpty();
    assertThat(TreeResource.tree(told).at("/metadata/managedFields/0/manager").asText())
        .isEqualTo("kubectl");
  }

  /// The API server has the names of its own types in an order of theirs, those of others by the
  /// alphabet.
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"kind": "Deployment", "apiVersion": "apps/v1", "metadata": {"name": "b", "namespace": "a", "uid": "c", "resourceVersion": "17"}, "spec": nonsense}
        """,
        """
        {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"labels": {"uid": "x"}, "name": "b", "namespace": "a", "resourceVersion": "17", "uid": "c"}, "spec": nonsense}
        """
      })
  void aGenericObjectsNameAndVersionAreKnownAndNothingElseIsRead(String object) {
    var told =
        reading.convertValue(
            event("MODIFIED", object).getObject(), GenericKubernetesResource.class);

    assertThat(TreeResource.isUnread(told)).isTrue();
    assertThat(told.getApiVersion()).isEqualTo("apps/v1");
    assertThat(told.getKind()).isEqualTo("Deployment");
    assertThat(told.getMetadata())
        .isEqualTo(
            new ObjectMetaBuilder()
                .withNamespace("a")
                .withName("b")
                .withUid("c")
                .withResourceVersion("17")
                .build());
    assertThatThrownBy(() -> TreeResource.whole(told)).hasMessageContaining("nonsense");
  }

  @Test
  void itsVersionIsKnownBeforeItIsRead() {
    var event = event("BOOKMARK", POD);

    assertThat(event.getType()).isEqualTo("BOOKMARK");
    assertThat(((HasMetadata) event.getObject()).getMetadata().getResourceVersion())
        .isEqualTo("17");
  }

  @Test
  void aKindWithAClassOfItsOwnIsReadWithoutItsManagers() {
    Pod pod = reading.convertValue(event("ADDED", POD).getObject(), Pod.class);

    assertThat(pod.getSpec().getNodeName()).isEqualTo("n1");
    assertThat(pod.getStatus().getPhase()).isEqualTo("Running");
    assertThat(pod.getMetadata().getLabels()).containsEntry("app", "b");
    assertThat(pod.getMetadata().getManagedFields()).isEmpty();
  }

  @Test
  void anErrorStaysAStatus() {
    var event =
        event(
            "ERROR",
            "{\"kind\": \"Status\", \"apiVersion\": \"v1\", \"metadata\": {}, \"code\": 410}");

    assertThat(event.getObject())
        .isInstanceOfSatisfying(
            Status.class, status -> assertThat(status.getCode()).isEqualTo(410));
  }

  @Test
  void whatIsCutOffFailsAsItDoesByTheClientItself() {
    assertThatThrownBy(() -> reading.unmarshal("{\"type\": \"ADDED\", \"obj", WatchEvent.class))
        .isInstanceOf(RuntimeException.class);
  }

  private GenericKubernetesResource whole(WatchEvent event) {
    return TreeResource.whole(
        reading.convertValue(event.getObject(), GenericKubernetesResource.class));
  }

  private WatchEvent event(String type, String object) {
    return reading.unmarshal(
        "{\"type\": \"%s\", \"object\": %s}".formatted(type, object), WatchEvent.class);
  }
}
