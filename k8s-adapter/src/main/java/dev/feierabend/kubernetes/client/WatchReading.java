package dev.feierabend.kubernetes.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.WatchEvent;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/// Reads what a watch tells once at most, as the type that the watcher asked for; a generic object
/// no further than its name before somebody asks for more. The client by itself reads an object as
/// its kind's class and, where another type is wanted, writes that out and reads it again: three
/// times the work, of which an evening has tens of thousands.
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
        ? Unread.of(text)
            .map(unread -> type.cast(new WatchEvent(unread, unread.type())))
            .orElseGet(() -> super.unmarshal(text, type))
        : super.unmarshal(text, type);
  }

  @Override
  public <T> T convertValue(Object value, Class<T> type) {
    return switch (value) {
      case Unread unread when type == GenericKubernetesResource.class -> type.cast(unread);
      case Unread unread -> read(unread.read(), type);
      case TreeResource tree -> read(tree, type);
      case Object other -> super.convertValue(other, type);
    };
  }

  /// Who manages which field is half of an object's text, and asked of generic ones only.
  private <T> T read(TreeResource object, Class<T> type) {
    try {
      return mapper.treeToValue(object.withoutManagers(), type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Expected %s: %s".formatted(type, e.getMessage()), e);
    }
  }
}
