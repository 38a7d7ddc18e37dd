package dev.feierabend.core.journal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the places of a body's events, past their payloads. It knows the one form that this
/// product writes; of anything else it gives nothing, and the mapper decides.
final class PlaceReader {
  /// A longer number is one that the mapper may refuse.
  private static final int LONG_NUMBER = 300;

  private final JsonParser json;

  private PlaceReader(JsonParser json) {
    this.json = json;
  }

  static Optional<List<EventPlace>> read(String body) {
    try (var parser = JournalMapper.SHARED.getFactory().createParser(body)) {
      return Optional.of(new PlaceReader(parser).places());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private List<EventPlace> places() throws IOException {
    var places = new ArrayList<EventPlace>();
    expect(json.nextToken(), JsonToken.START_ARRAY);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(json.currentToken(), JsonToken.START_OBJECT);
      places.add(place());
    }
    if (json.nextToken() != null) {
      throw new UnknownForm();
    }
    return places;
  }

  private EventPlace place() throws IOException {
    var aggregate = text("aggregate");
    text("aggregateType");
    long sequence = number("sequence");
    text("type");
    text("revision");
    texts("metaData");
    skip("payload");
    expect(json.nextToken(), JsonToken.END_OBJECT);
    return new EventPlace(aggregate, sequence);
  }

  private void field(String name) throws IOException {
    if (!name.equals(json.nextFieldName())) {
      throw new UnknownForm();
    }
  }

  private String text(String name) throws IOException {
    field(name);
    expect(json.nextToken(), JsonToken.VALUE_STRING);
    return json.getText();
  }

  private long number(String name) throws IOException {
    field(name);
    expect(json.nextToken(), JsonToken.VALUE_NUMBER_INT);
    return json.getLongValue();
  }

  private void texts(String name) throws IOException {
    field(name);
    expect(json.nextToken(), JsonToken.START_OBJECT);
    while (json.nextToken() != JsonToken.END_OBJECT) {
      expect(json.nextToken(), JsonToken.VALUE_STRING);
      json.getTextLength();
    }
  }

  /// Past a value, every token of which is looked at.
  private void skip(String name) throws IOException {
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
      } else if (token == JsonToken.VALUE_STRING) {
        json.getTextLength();
      }
    } while (depth > 0);
  }

  private static void expect(JsonToken found, JsonToken expected) throws IOException {
    if (found != expected) {
      throw new UnknownForm();
    }
  }

  private static final class UnknownForm extends IOException {
    private UnknownForm() {
      super("Another form than the one that is written");
    }
  }
}
