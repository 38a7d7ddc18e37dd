package dev.feierabend.core.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the places of a body's events, past their payloads. Of another form than the one that this
/// product writes it gives nothing, and the mapper decides.
final class PlaceReader {
  private PlaceReader() {}

  static Optional<List<EventPlace>> read(String body) {
    try (var events = BodyCursor.of(body)) {
      var places = new ArrayList<EventPlace>();
      while (events.next()) {
        places.add(place(events));
      }
      return Optional.of(places);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static EventPlace place(BodyCursor event) throws IOException {
    var aggregate = event.text("aggregate");
    event.text("aggregateType");
    long sequence = event.number("sequence");
    event.text("type");
    event.text("revision");
    event.texts("metaData");
    event.skip("payload");
    event.end();
    return new EventPlace(aggregate, sequence);
  }
}
