package dev.feierabend.kubernetes.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.WatchEvent;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Optional;

/// Reads what a watch tells once, as the type that the watcher asked for. The client by itself
/// reads an object as its kind's class and, where another type is wanted, writes that out and reads
/// it again: three times the work, of which an evening has tens of thousands.
final class WatchReading extends KubernetesSerialization {
  private final ObjectMapper mapper;

  WatchReading() {
    this(new ObjectMapper());
  }

  private WatchReading(ObjectMapper mapper) {
    super(mapper, true);
    this.mapper = mapper;
    mapper.registerModule(
        new SimpleModule().addDeserializer(GenericKubernetesResourceList.class, new TreeList()));
  }

  @Override
  public <T> T unmarshal(String text, Class<T> type) {
    return type == WatchEvent.class
        ? unread(text).map(type::cast).orElseGet(() -> super.unmarshal(text, type))
        : super.unmarshal(text, type);
  }

  /// Empty for what is no object, such as an error, and for what can't be read at all.
  private Optional<WatchEvent> unread(String text) {
    try {
      JsonNode event = mapper.readTree(text);
      return event.path("object") instanceof ObjectNode object
              && object.has("metadata")
              && !object.path("kind").asText().equals("Status")
          ? Optional.of(new WatchEvent(new Unread(object), event.path("type").asText()))
          : Optional.empty();
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  @Override
  public <T> T convertValue(Object value, Class<T> type) {
    return value instanceof Unread unread ? read(unread, type) : super.convertValue(value, type);
  }

  /// Who manages which field is half of an object's text, and asked of generic ones only.
  private <T> T read(Unread unread, Class<T> type) {
    ObjectNode object = unread.object();
    try {
      if (type == GenericKubernetesResource.class) {
        return type.cast(TreeResource.of(object));
      }
      object.withObjectProperty("metadata").remove("managedFields");
      return mapper.treeToValue(object, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Expected %s: %s".formatted(type, e.getMessage()), e);
    }
  }
}
