package dev.feierabend.kubernetes.preflight;

import dev.feierabend.kubernetes.preflight.Hook.ServiceName;
import dev.feierabend.kubernetes.recipes.Recipe;
import dev.feierabend.kubernetes.recipes.Recipes;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads which webhooks there are, whom they are asked about, and who answers.
record Webhooks(KubernetesClient client, Reading reading) {
  /// @param kinds those that the cluster has
  List<Trouble> troubles(Sleeping sleeping, Recipes recipes, List<Recipe> kinds) {
    var registered = client.admissionRegistration().v1();
    var hooks =
        Stream.concat(
                reading
                    .all(
                        "validatingwebhookconfigurations",
                        registered.validatingWebhookConfigurations(),
                        Hook::of)
                    .stream(),
                reading
                    .all(
                        "mutatingwebhookconfigurations",
                        registered.mutatingWebhookConfigurations(),
                        Hook::of)
                    .stream())
            .toList();
    var there = new LabelsReading(client, reading, kinds, sleeping.namespaces());
    var check = new WebhookCheck(sleeping, labels(), recipes, new AskedOnce<>(there::read));
    return check.of(hooks, answering(check.services(hooks)));
  }

  private Map<ServiceName, Answering> answering(Set<ServiceName> services) {
    var answering = new HashMap<ServiceName, Answering>();
    for (ServiceName service : services) {
      reading
          .or(
              "endpointslices of " + service,
              Optional.<Answering>empty(),
              () ->
                  Optional.of(
                      Answering.of(
                          client
                              .discovery()
                              .v1()
                              .endpointSlices()
                              .inNamespace(service.namespace())
                              .withLabel("kubernetes.io/service-name", service.name())
                              .list()
                              .getItems())))
          .ifPresent(it -> answering.put(service, it));
    }
    return answering;
  }

  private Map<String, Map<String, String>> labels() {
    var labels = new HashMap<String, Map<String, String>>();
    reading
        .all("namespaces", client.namespaces(), Stream::of)
        .forEach(it ->
            Optional.ofNullable(it.getMetadata().getLabels())
                .ifPresent(known -> labels.put(it.getMetadata().getName(), known)));
    return labels;
  }
}
