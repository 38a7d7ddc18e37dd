package dev.feierabend.kubernetes.workloads;

import dev.feierabend.policies.terms.WorkloadId;
import java.util.Locale;
import java.util.Optional;

/// A Deployment or StatefulSet by kind, namespace and name; as an id, `deployment/office/mail`.
public record WorkloadName(Kind kind, String namespace, String name) {

  private static final int LONGEST = 200;

  public enum Kind {
    DEPLOYMENT,
    STATEFULSET
  }

  /// Ids of other kinds (a hypervisor's guest) name nothing here.
  public static Optional<WorkloadName> of(WorkloadId id) {
    String[] parts = id.value().split("/", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    return switch (parts[0]) {
      case "deployment" -> Optional.of(new WorkloadName(Kind.DEPLOYMENT, parts[1], parts[2]));
      case "statefulset" -> Optional.of(new WorkloadName(Kind.STATEFULSET, parts[1], parts[2]));
      case String _ -> Optional.empty();
    };
  }

  public WorkloadId id() {
    return new WorkloadId(text());
  }

  /// Whether it can be an id; Kubernetes allows names that are longer.
  public boolean fits() {
    return text().length() <= LONGEST;
  }

  private String text() {
    return "%s/%s/%s".formatted(kind.name().toLowerCase(Locale.ROOT), namespace, name);
  }
}
