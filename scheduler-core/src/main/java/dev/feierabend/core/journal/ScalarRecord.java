package dev.feierabend.core.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Optional;

/// A record around one `value`, an identifier or a quantity: written as that value alone, also as a
/// key.
record ScalarRecord(Class<?> type, Constructor<?> constructor, Method accessor, Type value) {

  static Optional<ScalarRecord> of(Class<?> type) {
    if (!type.isRecord()) {
      return Optional.empty();
    }
    var components = type.getRecordComponents();
    if (components.length != 1 || !components[0].getName().equals("value")) {
      return Optional.empty();
    }
    try {
      var constructor = type.getDeclaredConstructor(components[0].getType());
      constructor.setAccessible(true);
      components[0].getAccessor().setAccessible(true);
      return Optional.of(
          new ScalarRecord(
              type, constructor, components[0].getAccessor(), components[0].getGenericType()));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("Every record has its canonical constructor", e);
    }
  }

  private Object unwrap(Object record) {
    try {
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The accessor of %s gives its value".formatted(type), e);
    }
  }

  Object wrap(Object inner, DeserializationContext context) throws IOException {
    try {
      return constructor.newInstance(inner);
    } catch (InvocationTargetException e) {
      throw ValueInstantiationException.from(
          context.getParser(),
          "Expected a %s but found \"%s\"".formatted(type.getSimpleName(), inner),
          context.constructType(type),
          e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The constructor of %s can be called".formatted(type), e);
    }
  }

  JsonSerializer<Object> serializer() {
    return new JsonSerializer<>() {
      @Override
      public void serialize(Object record, JsonGenerator json, SerializerProvider provider)
          throws IOException {
        provider.defaultSerializeValue(unwrap(record), json);
      }
    };
  }

  JsonSerializer<Object> keySerializer() {
    return new JsonSerializer<>() {
      @Override
      public void serialize(Object record, JsonGenerator json, SerializerProvider provider)
          throws IOException {
        json.writeFieldName(unwrap(record).toString());
      }
    };
  }

  JsonDeserializer<Object> deserializer() {
    return new ScalarReading(this, null);
  }

  KeyDeserializer keyDeserializer() {
    return new KeyDeserializer() {
      @Override
      public Object deserializeKey(String key, DeserializationContext context) throws IOException {
        var reader = context.findKeyDeserializer(context.constructType(value), null);
        return wrap(reader.deserializeKey(key, context), context);
      }
    };
  }
}
