package dev.feierabend.kubernetes.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.kubernetes.Kubeconfigs;
import dev.feierabend.kubernetes.client.TreeResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.WatchEvent;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GistsTest {
  private static final int NOBODY = 1;

  @TempDir Path folder;

  private final List<String> read = new ArrayList<>();
  private final Gists<String> gists = new Gists<>(this::colour);
  private KubernetesClient client;

  @BeforeEach
  void readAsTheServiceDoes() {
    client = Kubeconfigs.client(folder, NOBODY);
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void whatIsOldBeforeAnybodyAsksIsNeverRead() {
    tell("mail", "red");
    tell("mail", "green");
    tell("mail", "blue");
    assertThat(read).isEmpty();

    assertThat(gists.list()).containsExactly("blue");
    assertThat(gists.of("office/mail")).contains("blue");
    assertThat(read).containsExactly("blue");
  }

  @Test
  void whatGoesBeforeAnybodyAsksIsNeverRead() {
    tell("mail", "red");

    assertThat(gists.remove("office/mail").getMetadata().getName()).isEqualTo("mail");
    assertThat(gists.list()).isEmpty();
    assertThat(read).isEmpty();
  }

  @Test
  void itsNameAndVersionAreKnownAllTheSame() {
    tell("mail", "red");

    var bare = gists.get("office/mail");
    assertThat(bare.getMetadata().getUid()).isEqualTo("uid-of-mail");
    assertThat(bare.getMetadata().getResourceVersion()).isEqualTo("17");
    assertThat(gists.keySet()).containsExactly("office/mail");
    assertThat(read).isEmpty();
  }

  /// So many texts take a few megabytes; of all pods of a large cluster there is no room for them.
  @Test
  void noMoreThanAThousandWaitToBeRead() {
    IntStream.range(0, 1_000).forEach(i -> tell("pod-" + i, "red"));
    assertThat(read).isEmpty();

    tell("pod-1000", "green");
    assertThat(read).containsExactly("red");

    tell("pod-1", "blue");
    assertThat(read).as("what is old by now").containsExactly("red");
    tell("pod-1001", "green");
    assertThat(read).containsExactly("red", "red");
    assertThat(gists.list()).hasSize(1_002).contains("blue");
  }

  /// Whole ones have more to remember than their text.
  @Test
  void whatIsListedIsReadAtOnce() {
    var listed = TreeResource.read(object("mail", "\"red\""));

    gists.put(gists.getKey(listed), listed);

    assertThat(read).containsExactly("red");
  }

  @Test
  void oneThatCanNotBeReadHidesNoOther() {
    tell("mail", "red");
    put(told("wiki", "nonsense"));
    tell("web", "blue");

    assertThat(gists.list()).containsExactlyInAnyOrder("red", "blue");
    assertThat(gists.of("office/wiki")).isEmpty();
  }

  private void tell(String name, String colour) {
    put(told(name, "\"%s\"".formatted(colour)));
  }

  private void put(GenericKubernetesResource object) {
    gists.put(gists.getKey(object), object);
  }

  private GenericKubernetesResource told(String name, String colour) {
    var reading = client.getKubernetesSerialization();
    var event =
        reading.unmarshal(
            "{\"type\": \"MODIFIED\", \"object\": %s}".formatted(object(name, colour)),
            WatchEvent.class);
    return reading.convertValue(event.getObject(), GenericKubernetesResource.class);
  }

  private static String object(String name, String colour) {
    return """
    {"kind": "Door", "apiVersion": "example.org/v1",
     "metadata": {"name": "%1$s", "namespace": "office", "uid": "uid-of-%1$s", "resourceVersion": "17"},
     "spec": {"colour": %2$s}}
    """
        .formatted(name, colour);
  }

  private String colour(GenericKubernetesResource object) {
    String colour = TreeResource.tree(object).at("/spec/colour").asText();
    read.add(colour);
    return colour;
  }
}
