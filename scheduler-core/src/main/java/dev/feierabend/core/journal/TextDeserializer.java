package dev.feierabend.core.journal;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import java.util.function.Function;

/// Reads a value from its one text form.
final class TextDeserializer<T> extends FromStringDeserializer<T> {
  private final transient Function<String, T> parse;

  TextDeserializer(Class<T> type, Function<String, T> parse) {
    super(type);
    this.parse = parse;
  }

  @Override
  protected T _deserialize(String text, DeserializationContext context) {
    return parse.apply(text);
  }
}
