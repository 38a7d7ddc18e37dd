package dev.feierabend.kubernetes.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListMeta;
import java.io.IOException;
import java.util.ArrayList;

/// Reads a list of generic objects as a watch reads one. The API server says of a list alone what
/// its items are.
final class TreeList extends JsonDeserializer<GenericKubernetesResourceList> {
  private static final String SUFFIX = "List";

  @Override
  public GenericKubernetesResourceList deserialize(
      JsonParser parser, DeserializationContext context) throws IOException {
    JsonNode read = context.readTree(parser);
    var items = new ArrayList<GenericKubernetesResource>();
    for (JsonNode item : read.path("items")) {
      if (item instanceof ObjectNode object) {
        items.add(TreeResource.of(named(object, read)));
      }
    }
    var list = new GenericKubernetesResourceList();
    list.setApiVersion(read.path("apiVersion").asText(null));
    list.setKind(read.path("kind").asText(null));
    list.setMetadata(context.readTreeAsValue(read.path("metadata"), ListMeta.class));
    list.setItems(items);
    return list;
  }

  private static ObjectNode named(ObjectNode item, JsonNode list) {
    String kind = list.path("kind").asText();
    if (!item.has("kind") && kind.endsWith(SUFFIX)) {
      item.put("kind", kind.substring(0, kind.length() - SUFFIX.length()));
      item.set("apiVersion", list.path("apiVersion"));
    }
    return item;
  }
}
