package dev.feierabend.policies.language;

import dev.feierabend.policies.terms.PoolId;
import java.util.Map;

/// Something that may sleep, as a selector sees it.
public interface Selectable {
  PoolId pool();

  /// As people call it: a Deployment's name without its namespace, a virtual machine's name.
  String name();

  /// A hypervisor's tags are labels without a value.
  Map<String, String> labels();
}
