package dev.feierabend.core.journal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/// Reads instants of the form that this product writes at a fraction of what the library takes; of
/// any other form, the library reads or refuses them.
final class InstantReading extends StdScalarDeserializer<Instant> {
  InstantReading() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
    if (json.hasToken(JsonToken.VALUE_STRING)) {
      try {
        return HeaderCursor.time(json.getText());
      } catch (IllegalArgumentException | DateTimeException e) {
        return InstantDeserializer.INSTANT.deserialize(json, context);
      }
    }
    return InstantDeserializer.INSTANT.deserialize(json, context);
  }
}
