package dev.feierabend.kubernetes.fleet;

import com.fasterxml.jackson.databind.JsonNode;

/// An object as others refer to it, whatever the version.
record ObjectKey(String group, String kind, String namespace, String name) {
  private static final String APPS = "apps";
  private static final String DEPLOYMENT = "Deployment";

  /// A reference within `namespace`; without a kind it is to a Deployment.
  static ObjectKey referred(JsonNode reference, String namespace) {
    String apiVersion = reference.path("apiVersion").asText(APPS + "/");
    return new ObjectKey(
        apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/'))),
        reference.path("kind").asText(DEPLOYMENT),
        namespace,
        reference.path("name").asText());
  }
}
