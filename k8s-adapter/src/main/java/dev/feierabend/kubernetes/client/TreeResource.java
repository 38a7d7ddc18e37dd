package dev.feierabend.kubernetes.client;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;

/// A generic object that still has the tree it was read from. What is asked of it is asked of the
/// tree, so that nothing but its metadata is read any further; its fields as maps are made for
/// whoever wants those. To be looked at, not to be handed to the client, which tells where an
/// object belongs by its class; see [#bare()].
public final class TreeResource extends GenericKubernetesResource {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
  private static final String METADATA = "metadata";
  private static final List<String> APART = List.of("apiVersion", "kind", METADATA);

  /// Who manages which field is half of an object's text, and asked of the tree only.
  private static final List<String> UNREAD = List.of("managedFields");

  private final ObjectNode tree;
  private boolean unfolded;

  private TreeResource(ObjectNode tree, ObjectMeta metadata) {
    this.tree = tree;
    setApiVersion(tree.path("apiVersion").asText(null));
    setKind(tree.path("kind").asText(null));
    setMetadata(metadata);
  }

  /// @param tree not to be changed any more
  static TreeResource of(ObjectNode tree) throws JsonProcessingException {
    ObjectNode metadata = tree.objectNode().setAll(tree.withObjectProperty(METADATA));
    return new TreeResource(tree, MAPPER.treeToValue(metadata.without(UNREAD), ObjectMeta.class));
  }

  /// The object that `text` is.
  ///
  /// @throws IllegalArgumentException where it is none
  public static TreeResource read(String text) {
    return read(text, JsonPointer.empty());
  }

  /// @param place where in `text` it is
  static TreeResource read(String text, JsonPointer place) {
    try {
      if (MAPPER.readTree(text).at(place) instanceof ObjectNode tree) {
        return of(tree);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Expected an object: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException("Expected an object but found " + text);
  }

  /// Whether no more than its name and its version is known of `object` as it stands.
  public static boolean isUnread(GenericKubernetesResource object) {
    return object instanceof Unread;
  }

  /// The same object with all that it says.
  public static GenericKubernetesResource whole(GenericKubernetesResource object) {
    return object instanceof Unread unread ? unread.read() : object;
  }

  /// All of `object`, to be read and not to be changed.
  public static ObjectNode tree(GenericKubernetesResource object) {
    return whole(object) instanceof TreeResource it ? it.tree : MAPPER.valueToTree(object);
  }

  /// Its tree without who manages which field.
  ObjectNode withoutManagers() {
    ObjectNode metadata = tree.objectNode().setAll(tree.withObjectProperty(METADATA));
    ObjectNode slim = tree.objectNode().setAll(tree);
    slim.set(METADATA, metadata.without(UNREAD));
    return slim;
  }

  /// The same without anything below its metadata.
  GenericKubernetesResource bare() {
    var bare = new GenericKubernetesResource();
    bare.setApiVersion(getApiVersion());
    bare.setKind(getKind());
    bare.setMetadata(getMetadata());
    return bare;
  }

  @Override
  public Map<String, Object> getAdditionalProperties() {
    if (!unfolded) {
      unfolded = true;
      ObjectNode fields = tree.objectNode().setAll(tree);
      super.setAdditionalProperties(MAPPER.convertValue(fields.without(APART), FIELDS));
    }
    return super.getAdditionalProperties();
  }
}
