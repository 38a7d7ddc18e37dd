package dev.feierabend.core.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the places of a body's events, past their payloads, every byte of which is looked at. It
/// knows the one form that this product writes; of anything else it gives nothing, and the mapper
/// decides.
final class PlaceReader {
  private static final byte[] AGGREGATE = bytes("{\"aggregate\":");
  private static final byte[] AGGREGATE_TYPE = bytes(",\"aggregateType\":");
  private static final byte[] SEQUENCE = bytes(",\"sequence\":");
  private static final byte[] TYPE = bytes(",\"type\":");
  private static final byte[] REVISION = bytes(",\"revision\":");
  private static final byte[] META_DATA = bytes(",\"metaData\":");
  private static final byte[] PAYLOAD = bytes(",\"payload\":");

  private PlaceReader() {}

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  static Optional<List<EventPlace>> read(String body) {
    if (body.length() > Commit.LARGEST_BODY) {
      return Optional.empty();
    }
    try {
      return Optional.of(places(new BodyCursor(body)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<EventPlace> places(BodyCursor at) {
    var places = new ArrayList<EventPlace>();
    at.past('[');
    do {
      places.add(place(at));
    } while (at.passes(','));
    at.past(']');
    at.end();
    return places;
  }

  private static EventPlace place(BodyCursor at) {
    var aggregate = at.past(AGGREGATE).word();
    at.past(AGGREGATE_TYPE).string();
    long sequence = at.past(SEQUENCE).sequence();
    at.past(TYPE).string();
    at.past(REVISION).string();
    at.past(META_DATA).texts();
    at.past(PAYLOAD).value();
    at.past('}');
    return new EventPlace(aggregate, sequence);
  }
}
