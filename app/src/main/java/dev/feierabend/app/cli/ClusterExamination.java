package dev.feierabend.app.cli;

import dev.feierabend.app.wiring.Release;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.app.words.TroubleText;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.kubernetes.client.KubernetesClients;
import dev.feierabend.kubernetes.preflight.Preflight;
import dev.feierabend.kubernetes.preflight.Trouble;
import dev.feierabend.kubernetes.recipes.Recipes;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Whether a cluster is reached, and what would go wrong in a night there.
///
/// @param customResources whether objects of the product's own kinds are taken, which are at home
record ClusterExamination(
    AskedCluster asked, Recipes recipes, boolean customResources, Locale locale) {

  List<Finding> findings() {
    return asked.named(examined());
  }

  private List<Finding> examined() {
    try (var client =
        KubernetesClients.of(asked.kubeconfig().get(), "feierabend/" + Release.version())) {
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
    boolean documents = customResources && asked.name().isEmpty();
    return Preflight.look(client, recipes, documents, asked.fleet(), List.of()).stream()
        .map(trouble -> finding(trouble, text.of(trouble)));
  }

  private static Finding finding(Trouble trouble, String sentence) {
    String what = trouble.kind().what();
    return trouble.kind().grave()
        ? new Finding(false, what, sentence)
        : Finding.warning(what, sentence);
  }
}
