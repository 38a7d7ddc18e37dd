package dev.feierabend.kubernetes.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.OwnerReference;

/// An object as others refer to it, whatever the version.
record ObjectKey(String group, String kind, String namespace, String name) {
  private static final String APPS = "apps";
  private static final String DEPLOYMENT = "Deployment";

  /// The owner of something in `namespace`.
  static ObjectKey owning(OwnerReference owner, String namespace) {
    return new ObjectKey(
        group(String.valueOf(owner.getApiVersion())), owner.getKind(), namespace, owner.getName());
  }

  /// A reference within `namespace`; without a kind it is to a Deployment.
  static ObjectKey referred(JsonNode reference, String namespace) {
    String apiVersion = reference.path("apiVersion").asText(APPS + "/");
    return new ObjectKey(
        group(apiVersion),
        reference.path("kind").asText(DEPLOYMENT),
        namespace,
        reference.path("name").asText());
  }

  private static String group(String apiVersion) {
    return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
  }
}
