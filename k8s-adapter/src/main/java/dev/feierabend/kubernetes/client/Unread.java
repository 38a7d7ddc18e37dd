package dev.feierabend.kubernetes.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;

/// An object as it came, of which the version is all that was read.
record Unread(ObjectNode object) implements HasMetadata {
  @Override
  public ObjectMeta getMetadata() {
    return new ObjectMetaBuilder()
        .withResourceVersion(object.at("/metadata/resourceVersion").asText())
        .build();
  }

  @Override
  public void setMetadata(ObjectMeta metadata) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String getApiVersion() {
    return object.path("apiVersion").asText();
  }

  @Override
  public void setApiVersion(String version) {
    throw new UnsupportedOperationException();
  }
}
