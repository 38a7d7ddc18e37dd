package dev.feierabend.core.journal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Reads a [ScalarRecord] by the reader of its value, which is looked up once and not at each
/// value.
final class ScalarReading extends JsonDeserializer<Object> implements ContextualDeserializer {
  private final ScalarRecord record;
  private final @Nullable JsonDeserializer<Object> value;

  ScalarReading(ScalarRecord record, @Nullable JsonDeserializer<Object> value) {
    this.record = record;
    this.value = value;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) throws JsonMappingException {
    var type = context.constructType(record.value());
    return new ScalarReading(record, context.findRootValueDeserializer(type));
  }

  @Override
  public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
    return record.wrap(
        value == null
            ? context.readValue(json, context.constructType(record.value()))
            : value.deserialize(json, context),
        context);
  }
}
