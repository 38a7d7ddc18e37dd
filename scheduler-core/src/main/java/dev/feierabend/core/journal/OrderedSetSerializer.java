package dev.feierabend.core.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.Comparator;
import java.util.Set;

/// Writes a set's members in the order of their text: a set has no order of its own, and equal sets
/// must give equal bytes.
final class OrderedSetSerializer extends JsonSerializer<Set<?>> {
  private final JavaType content;

  OrderedSetSerializer(JavaType content) {
    this.content = content;
  }

  @Override
  public void serialize(Set<?> set, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeStartArray();
    for (Object member : set.stream().sorted(Comparator.comparing(Object::toString)).toList()) {
      if (content.isFinal()) {
        provider.defaultSerializeValue(member, json);
      } else {
        provider.findTypedValueSerializer(content, true, null).serialize(member, json, provider);
      }
    }
    json.writeEndArray();
  }
}
