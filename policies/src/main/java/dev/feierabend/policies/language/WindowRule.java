package dev.feierabend.policies.language;

import java.util.Optional;

/// A window of a policy. `because` is its author's own reason; `floor` what it keeps on otherwise
/// than the policy; `line` is where it stands in the document, so that a sleep can be explained by
/// it.
public record WindowRule(
    Stretch when, Optional<String> because, Optional<FloorClause> floor, int line) {

  WindowRule withFloor(Optional<FloorClause> other) {
    return new WindowRule(when, because, other, line);
  }
}
