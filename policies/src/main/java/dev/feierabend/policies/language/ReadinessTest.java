package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Place;
import java.net.URI;

/// How it is known that a service answers: `http` and `https` by a GET that is answered with 2xx,
/// `tcp` by a connection. Whether the operator lets it be tested, `AllowedHosts` knows.
///
/// @param target with a host and no credentials; of `tcp`, host and port and nothing else
/// @param at where in the document it is named
public record ReadinessTest(URI target, Place at) {
  @Override
  public String toString() {
    return target.toString();
  }
}
