package dev.feierabend.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// A place in a body's text that moves on with what is read there. It knows the one form that this
/// product writes; anything else is an `IOException`, and the mapper decides.
final class BodyCursor implements Closeable {
  /// A longer number is one that the mapper may refuse.
  private static final int LONG_NUMBER = 300;

  private final JsonParser json;

  private BodyCursor(JsonParser json) {
    this.json = json;
  }

  /// The library reads bytes in two thirds of the time that characters take.
  static BodyCursor of(String body) throws IOException {
    var json = JournalMapper.SHARED.getFactory().createParser(body.getBytes(UTF_8));
    var cursor = new BodyCursor(json);
    cursor.expect(JsonToken.START_ARRAY);
    return cursor;
  }

  /// Into the next event, if there is one.
  boolean next() throws IOException {
    var token = json.nextToken();
    if (token == JsonToken.START_OBJECT) {
      return true;
    }
    if (token != JsonToken.END_ARRAY || json.nextToken() != null) {
      throw new UnknownForm();
    }
    return false;
  }

  String text(String name) throws IOException {
    field(name);
    expect(JsonToken.VALUE_STRING);
    return json.getText();
  }

  long number(String name) throws IOException {
    field(name);
    expect(JsonToken.VALUE_NUMBER_INT);
    return json.getLongValue();
  }

  Map<String, String> texts(String name) throws IOException {
    field(name);
    expect(JsonToken.START_OBJECT);
    if (json.nextToken() == JsonToken.END_OBJECT) {
      return Map.of();
    }
    var texts = new HashMap<String, String>();
    do {
      var key = json.currentName();
      expect(JsonToken.VALUE_STRING);
      texts.put(key, json.getText());
    } while (json.nextToken() != JsonToken.END_OBJECT);
    return texts;
  }

  /// To a value, for somebody else to read.
  JsonParser value(String name) throws IOException {
    field(name);
    json.nextToken();
    return json;
  }

  /// Past a value, every token of which is looked at.
  void skip(String name) throws IOException {
    field(name);
    int depth = 0;
    do {
      var token = json.nextToken();
      if (token == null) {
        throw new UnknownForm();
      }
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token.isNumeric() && json.getTextLength() > LONG_NUMBER) {
        throw new UnknownForm();
      }
    } while (depth > 0);
  }

  /// Out of the event.
  void end() throws IOException {
    expect(JsonToken.END_OBJECT);
  }

  private void field(String name) throws IOException {
    if (!name.equals(json.nextFieldName())) {
      throw new UnknownForm();
    }
  }

  private void expect(JsonToken expected) throws IOException {
    if (json.nextToken() != expected) {
      throw new UnknownForm();
    }
  }

  @Override
  public void close() throws IOException {
    json.close();
  }

  static final class UnknownForm extends IOException {
    UnknownForm() {
      super("Another form than the one that is written");
    }
  }
}
