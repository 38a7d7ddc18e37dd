package dev.feierabend.kubernetes.resources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.kubernetes.client.MergePatch;
import dev.feierabend.kubernetes.recipes.ResourceKind;
import dev.feierabend.kubernetes.resources.Manifested.Name;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.util.HashMap;
import java.util.Map;

/// Writes a status where it differs from what stands there. Called by one thread.
final class StatusWriter {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final KubernetesClient client;
  private final ResourceKind kind;

  /// The version of each document that a write of ours has replaced.
  private final Map<Name, String> replaced = new HashMap<>();

  StatusWriter(KubernetesClient client, ResourceKind kind) {
    this.client = client;
    this.kind = kind;
  }

  /// True where the document as it is since our last write is still to be seen; what it says until
  /// then is old.
  boolean awaits(Manifested document) {
    return document.version().equals(replaced.get(document.name()));
  }

  void write(Manifested document, ObjectNode status) {
    ObjectNode told = alike(status);
    if (told.equals(document.status())) {
      return;
    }
    var patch = MergePatch.between(whole(document, document.status()), whole(document, told));
    try {
      GenericKubernetesResource written =
          client
              .genericKubernetesResources(kind.context())
              .resource(named(document.name()))
              .subresource("status")
              .patch(PatchContext.of(PatchType.JSON_MERGE), patch.json());
      if (!document.version().equals(written.getMetadata().getResourceVersion())) {
        replaced.put(document.name(), document.version());
      }
    } catch (KubernetesClientException e) {
      if (!isOld(e)) {
        throw e;
      }
    }
  }

  /// It changed meanwhile or went; that will be seen.
  private static boolean isOld(KubernetesClientException e) {
    return e.getCode() == HttpURLConnection.HTTP_CONFLICT
        || e.getCode() == HttpURLConnection.HTTP_NOT_FOUND;
  }

  /// Enough of it that nobody has to ask for it first.
  private GenericKubernetesResource named(Name name) {
    var object = new GenericKubernetesResource();
    object.setApiVersion(kind.group() + "/" + kind.version());
    object.setKind(kind.kind());
    object.setMetadata(
        new ObjectMetaBuilder().withNamespace(name.namespace()).withName(name.name()).build());
    return object;
  }

  private static ObjectNode whole(Manifested document, ObjectNode status) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.putObject("metadata").put("resourceVersion", document.version());
    whole.set("status", status);
    return whole;
  }

  /// With numbers as a reader of JSON makes them, so that equal ones are.
  private static ObjectNode alike(ObjectNode status) {
    try {
      return (ObjectNode) MAPPER.readTree(status.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree's own text can be read", e);
    }
  }
}
