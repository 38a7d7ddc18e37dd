package dev.feierabend.kubernetes.real;

import dev.feierabend.testservers.ControlPlane;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A service account that has exactly the rights that the chart gives, and nothing else.
final class OurAccount {
  private static final Path ROLE = Path.of("helm/feierabend/templates/clusterrole.yaml");
  private static final String NAME = "feierabend";

  private OurAccount() {}

  /// Makes the account and answers a kubeconfig for it.
  static Path kubeconfig(ControlPlane plane, KubernetesClient admin) {
    admin
        .resource(
            new ServiceAccountBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName(NAME)
                .endMetadata()
                .build())
        .create();
    admin.resource(role()).create();
    admin
        .resource(
            new ClusterRoleBindingBuilder()
                .withNewMetadata()
                .withName(NAME)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", NAME)
                .addNewSubject("", "ServiceAccount", NAME, "default")
                .build())
        .create();
    TokenRequest request =
        admin.serviceAccounts().inNamespace("default").withName(NAME).tokenRequest();
    return plane.kubeconfig(request.getStatus().getToken());
  }

  /// The chart's rules, without those that an operator adds.
  private static ClusterRole role() {
    String text = read();
    String ours =
        text.substring(text.indexOf("rules:"))
            .lines()
            .filter(line -> !line.contains("{{"))
            .collect(Collectors.joining("\n"));
    ClusterRole rules = Serialization.unmarshal(ours, ClusterRole.class);
    return new ClusterRoleBuilder()
        .withNewMetadata()
        .withName(NAME)
        .endMetadata()
        .withRules(rules.getRules())
        .build();
  }

  private static String read() {
    Path here = Path.of("").toAbsolutePath();
    Path file =
        Stream.iterate(here, at -> at != null, Path::getParent)
            .map(at -> at.resolve(ROLE))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow(() -> new AssertionError("Expected %s above %s".formatted(ROLE, here)));
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
