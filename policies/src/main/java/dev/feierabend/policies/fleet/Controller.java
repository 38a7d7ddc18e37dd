package dev.feierabend.policies.fleet;

import java.net.URI;
import java.util.Optional;

/// What switches power. `credentials` names a file or a variable that holds the secret; the secret
/// itself never stands in a document.
///
/// @param kind `sandbox`, `redfish`, `ipmi`, `wake-on-lan` or `node-annotation`
/// @param broadcast where magic packets are sent, an address and maybe a port
public record Controller(
    String name,
    String kind,
    Optional<URI> url,
    Optional<String> credentials,
    Optional<String> broadcast) {
  public static final String REDFISH = "redfish";
  public static final String IPMI = "ipmi";
  public static final String WAKE_ON_LAN = "wake-on-lan";
}
