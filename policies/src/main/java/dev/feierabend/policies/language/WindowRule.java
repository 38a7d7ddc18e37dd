package dev.feierabend.policies.language;

import java.util.Optional;

/// A window of a policy. `because` is its author's own reason; `line` is where it stands in the
/// document, so that a sleep can be explained by it.
public record WindowRule(Stretch when, Optional<String> because, int line) {}
