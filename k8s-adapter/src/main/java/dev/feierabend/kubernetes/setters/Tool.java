package dev.feierabend.kubernetes.setters;

import dev.feierabend.core.planning.Setter;
import dev.feierabend.kubernetes.recipes.Managed;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// The programs that are known to keep objects as a document has them, each with what its document
/// needs to say so that it leaves a field alone.
enum Tool {
  ARGO_CD("Argo CD", "argocd-(application-)?controller") {
    @Override
    String source(ObjectMeta metadata) {
      return named("Application", application(metadata));
    }

    // Without the second part a difference is not shown, but overwritten all the same.
    @Override
    String remedy(Place place) {
      return "spec: {ignoreDifferences: [{%s, jsonPointers: [%s]}], syncPolicy: {syncOptions: [RespectIgnoreDifferences=true]}}"
          .formatted(place.object(), place.pointers());
    }
  },

  FLUX("Flux", "kustomize-controller") {
    @Override
    String source(ObjectMeta metadata) {
      return named("Kustomization", labelled(metadata, "kustomize.toolkit.fluxcd.io/"));
    }

    // It sets what its manifest declares, whatever annotation stands there but those by which it
    // would never set anything again; so the field leaves the manifest.
    @Override
    String remedy(Place place) {
      return "spec: {patches: [{target: {%s}, patch: '[%s]'}]}"
          .formatted(place.object(), place.removals());
    }
  },

  FLUX_HELM("Flux", "helm-controller") {
    @Override
    String source(ObjectMeta metadata) {
      return named("HelmRelease", labelled(metadata, "helm.toolkit.fluxcd.io/"));
    }

    @Override
    String remedy(Place place) {
      return "spec: {driftDetection: {mode: enabled, ignore: [{paths: [%s], target: {%s}}]}}"
          .formatted(place.pointers(), place.object());
    }
  };

  private static final String TRACKING = "argocd.argoproj.io/tracking-id";
  private static final String INSTANCE = "app.kubernetes.io/instance";

  private final String spoken;
  private final String managers;

  /// @param spoken its own name
  /// @param managers as which it sets fields, as a regular expression
  Tool(String spoken, String managers) {
    this.spoken = spoken;
    this.managers = managers;
  }

  /// Empty for one that is no tool known here, and so may be a person.
  static Optional<Tool> of(Manager manager) {
    return Arrays.stream(values())
        .filter(tool -> manager.name().matches(tool.managers))
        .findFirst();
  }

  /// This tool, as what sets what puts `object` to sleep.
  Setter setter(Managed object) {
    return new Setter(
        spoken,
        true,
        Optional.of(source(object.metadata())),
        Optional.of(remedy(Place.of(object))));
  }

  /// The document that it follows.
  abstract String source(ObjectMeta metadata);

  /// What to write into that document, as YAML in one line.
  abstract String remedy(Place place);

  private static String named(String kind, Optional<String> name) {
    return name.map(it -> kind + " " + it).orElse(kind);
  }

  /// `shop:apps/Deployment:office/mail`, or the label that did for it before.
  private static Optional<String> application(ObjectMeta metadata) {
    return Optional.ofNullable(metadata.getAnnotations())
        .flatMap(annotations -> Optional.ofNullable(annotations.get(TRACKING)))
        .map(id -> id.split(":", 2)[0])
        .or(() -> Optional.ofNullable(labels(metadata).get(INSTANCE)));
  }

  private static Optional<String> labelled(ObjectMeta metadata, String prefix) {
    Map<String, String> labels = labels(metadata);
    return Optional.ofNullable(labels.get(prefix + "name"))
        .map(name ->
            Optional.ofNullable(labels.get(prefix + "namespace"))
                .map(namespace -> namespace + "/" + name)
                .orElse(name));
  }

  private static Map<String, String> labels(ObjectMeta metadata) {
    return Optional.ofNullable(metadata.getLabels()).orElse(Map.of());
  }
}
