package dev.feierabend.core.proving.evidence;

import dev.feierabend.core.journal.Commit;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The documents that were proposed or drafted, by digest.
final class Policies {
  private static final Set<String> CARRIERS = Set.of("PolicyProposed", "PolicyDrafted");

  private Policies() {}

  static Map<String, String> in(Commit commit) {
    return commit.events().stream()
        .filter(event -> CARRIERS.contains(event.type()))
        .collect(
            Collectors.toMap(
                event -> event.payload().path("digest").asText(),
                event -> event.payload().path("document").asText(),
                (one, _) -> one));
  }
}
