package dev.feierabend.policies.fleet;

import dev.feierabend.policies.language.Selectable;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.Resources;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A virtual machine. `movable`: the hypervisor may move it while it runs. `node`: the Kubernetes
/// node that it is, if it is one.
public record Guest(
    MachineId id,
    String name,
    PoolId pool,
    Resources size,
    boolean movable,
    SortedMap<String, String> labels,
    Optional<String> node)
    implements Selectable {
  public Guest {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }
}
