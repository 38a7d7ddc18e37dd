package dev.feierabend.core.journal;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;

/// Axon's serializer on the journal's mapper, with the journal's event names in place of Java's.
final class JournalSerializer extends JacksonSerializer {
  private final EventTypes types;

  JournalSerializer(EventTypes types) {
    super(JacksonSerializer.builder().objectMapper(JournalMapper.create()));
    this.types = types;
  }

  @Override
  protected String resolveClassName(SerializedType type) {
    return type.getName().indexOf('.') < 0
        ? types.classOf(type.getName()).getName()
        : type.getName();
  }

  @Override
  @SuppressWarnings("rawtypes") // as Axon declares it
  public SerializedType typeForClass(Class type) {
    return types.knows(type.getSimpleName())
        ? new SimpleSerializedType(types.nameOf(type), types.revisionOf(type))
        : super.typeForClass(type);
  }
}
