package dev.feierabend.app.cli;

import dev.feierabend.app.wiring.Release;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.app.words.TroubleText;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.kubernetes.client.KubernetesClients;
import dev.feierabend.kubernetes.preflight.Preflight;
import dev.feierabend.kubernetes.preflight.Trouble;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.policies.fleet.Fleet;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a cluster is reached, and what would go wrong in a night there.
///
/// @param kubeconfig the pod's own account where there is none
/// @param fleet says what may sleep there
/// @param customResources whether objects of the product's own kinds are taken there
record ClusterExamination(
    Optional<Path> kubeconfig,
    Optional<Fleet> fleet,
    Recipes recipes,
    boolean customResources,
    Locale locale) {

  List<Finding> findings() {
    try (var client = KubernetesClients.of(kubeconfig, "feierabend/" + Release.version())) {
      var phrases = Phrases.ofCommands(locale);
      String version = KubernetesClients.version(client);
      return Stream.concat(
              Stream.of(new Finding(true, "kubernetes", phrases.of("kubernetes", version))),
              troubles(client, new TroubleText(phrases)))
          .toList();
    } catch (Outage e) {
      return List.of(new Finding(false, "kubernetes", String.valueOf(e.getMessage())));
    }
  }

  /// What sleeps already is not known here, so quotas are held against what is awake.
  private Stream<Finding> troubles(KubernetesClient client, TroubleText text) {
    return Preflight.look(client, recipes, customResources, fleet, List.of()).stream()
        .map(trouble -> finding(trouble, text.of(trouble)));
  }

  private static Finding finding(Trouble trouble, String sentence) {
    String what = trouble.kind().what();
    return trouble.kind().grave()
        ? new Finding(false, what, sentence)
        : Finding.warning(what, sentence);
  }
}
