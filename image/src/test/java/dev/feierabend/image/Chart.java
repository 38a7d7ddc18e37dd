package dev.feierabend.image;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the chart asks of the image.
record Chart(PodSpec pod, Map<String, String> config) {
  /// With the fleet document in a file.
  static Chart of(Path fleet) {
    String manifest =
        new Helm(Path.of("..", "helm", "feierabend"))
            .template()
            .withName("feierabend")
            .withKubeVersion("1.30.0")
            .setFile("fleet", fleet)
            .call();
    var serialization = new KubernetesSerialization();
    List<HasMetadata> objects =
        Stream.of(manifest.split("(?m)^---$"))
            .filter(document -> document.contains("kind:"))
            .<HasMetadata>map(serialization::unmarshal)
            .toList();
    PodSpec pod = the(Deployment.class, objects).getSpec().getTemplate().getSpec();
    return new Chart(pod, the(ConfigMap.class, objects).getData());
  }

  Container container() {
    return pod.getContainers().getFirst();
  }

  /// Where a volume is mounted.
  String folder(String volume) {
    return container().getVolumeMounts().stream()
        .filter(mount -> mount.getName().equals(volume))
        .map(VolumeMount::getMountPath)
        .findFirst()
        .orElseThrow(() -> new AssertionError("The chart mounts no " + volume));
  }

  private static <T> T the(Class<T> kind, List<HasMetadata> objects) {
    return objects.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
  }
}
