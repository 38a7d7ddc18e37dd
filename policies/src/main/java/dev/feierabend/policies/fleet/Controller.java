package dev.feierabend.policies.fleet;

import java.net.URI;
import java.util.Optional;

/// What switches power. `kind`: `sandbox`, `redfish` or `node-annotation`. `credentials` names a
/// file or a variable that holds the secret; the secret itself never stands in a document.
public record Controller(
    String name, String kind, Optional<URI> url, Optional<String> credentials) {}
