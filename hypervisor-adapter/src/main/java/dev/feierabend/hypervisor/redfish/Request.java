package dev.feierabend.hypervisor.redfish;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a controller is asked, without saying by whom yet. Its text shows no headers.
record Request(String method, URI target, Optional<JsonNode> body, Map<String, String> headers) {
  Request {
    headers = Map.copyOf(headers);
  }

  static Request get(URI target) {
    return new Request("GET", target, Optional.empty(), Map.of());
  }

  static Request post(URI target, JsonNode body) {
    return new Request("POST", target, Optional.of(body), Map.of());
  }

  static Request delete(URI target) {
    return new Request("DELETE", target, Optional.empty(), Map.of());
  }

  Request with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new Request(method, target, body, more);
  }

  @Override
  public String toString() {
    return method + " " + target;
  }
}
