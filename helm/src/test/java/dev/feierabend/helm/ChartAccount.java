package dev.feierabend.helm;

import dev.feierabend.testservers.ControlPlane;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The service account of a release, with the rights that the chart gives it and no others.
public final class ChartAccount {
  /// What makes the chart give the right to lead, too.
  public static final Map<String, Object> ONE_OF_SEVERAL =
      Map.of("mongodb.uri", "mongodb://db1/feierabend");

  private ChartAccount() {}

  /// Makes it, or gives it other rights, and answers a kubeconfig for it.
  ///
  /// @param objects what the chart renders
  public static Path kubeconfig(
      ControlPlane plane, KubernetesClient admin, List<HasMetadata> objects) {
    var namespace = new NamespaceBuilder().withNewMetadata().withName(Chart.NAMESPACE);
    admin.resource(namespace.endMetadata().build()).serverSideApply();
    ServiceAccount account = Chart.the(ServiceAccount.class, objects);
    Stream.of(
            account,
            Chart.the(ClusterRole.class, objects),
            Chart.the(ClusterRoleBinding.class, objects),
            Chart.the(Role.class, objects),
            Chart.the(RoleBinding.class, objects))
        .forEach(object -> admin.resource(object).serverSideApply());
    String token =
        admin
            .serviceAccounts()
            .inNamespace(Chart.NAMESPACE)
            .withName(account.getMetadata().getName())
            .tokenRequest(new TokenRequestBuilder().withNewSpec().endSpec().build())
            .getStatus()
            .getToken();
    return plane.kubeconfig(token);
  }
}
