package dev.feierabend.kubernetes.workloads;

import dev.feierabend.policies.terms.WorkloadId;
import java.util.Optional;

/// An object by its recipe's name, namespace and name; as an id, `deployment/office/mail`.
public record WorkloadName(String kind, String namespace, String name) {
  private static final int LONGEST = 200;

  /// Ids of other shapes (a hypervisor's guest) name nothing here.
  public static Optional<WorkloadName> of(WorkloadId id) {
    String[] parts = id.value().split("/", -1);
    return parts.length == 3
        ? Optional.of(new WorkloadName(parts[0], parts[1], parts[2]))
        : Optional.empty();
  }

  public WorkloadId id() {
    return new WorkloadId(text());
  }

  /// Whether it can be an id; Kubernetes allows names that are longer.
  public boolean fits() {
    return text().length() <= LONGEST;
  }

  /// As an id has it, however long.
  public String text() {
    return "%s/%s/%s".formatted(kind, namespace, name);
  }
}
