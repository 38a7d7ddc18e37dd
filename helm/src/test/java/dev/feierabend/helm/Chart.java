package dev.feierabend.helm;

import static java.util.Objects.requireNonNull;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The chart of this module, rendered as Helm does it.
public final class Chart {
  static final Path FOLDER = Path.of("feierabend");
  public static final String NAMESPACE = "night";

  /// The oldest that the chart takes.
  static final String KUBERNETES = "1.30.0";

  private Chart() {}

  /// The manifest's text. Helm's own refusals are exceptions.
  static String manifest(Map<String, Object> values) {
    TemplateCommand command =
        new Helm(FOLDER)
            .template()
            .withName("feierabend")
            .withNamespace(NAMESPACE)
            .withKubeVersion(KUBERNETES);
    values.forEach(command::set);
    return command.call();
  }

  public static List<HasMetadata> objects(Map<String, Object> values) {
    var serialization = new KubernetesSerialization();
    List<HasMetadata> objects = new ArrayList<>();
    for (String document : manifest(values).split("(?m)^---$")) {
      if (document.lines().anyMatch(line -> line.startsWith("kind:"))) {
        objects.add(serialization.unmarshal(document));
      }
    }
    return objects;
  }

  /// What it lays beside the service, by its files' names.
  static Map<String, String> files(Map<String, Object> values) {
    return the(ConfigMap.class, objects(values)).getData();
  }

  /// The service's settings.
  static String settings(Map<String, Object> values) {
    return requireNonNull(files(values).get("feierabend.yaml"), "Expected the service's settings");
  }

  public static <T extends HasMetadata> T the(Class<T> kind, List<HasMetadata> objects) {
    return objects.stream()
        .flatMap(each -> kind.isInstance(each) ? Stream.of(kind.cast(each)) : Stream.empty())
        .reduce((one, other) -> {
          throw new AssertionError("Expected one " + kind.getSimpleName());
        })
        .orElseThrow();
  }

  static PodSpec pod(Map<String, Object> values) {
    return the(Deployment.class, objects(values)).getSpec().getTemplate().getSpec();
  }
}
