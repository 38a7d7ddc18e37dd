package dev.feierabend.core.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.feierabend.core.journal.Flaw.Kind;
import java.util.List;
import java.util.Optional;

/// One sealed step of the history. `sealed` is the text that `hash` was taken of: the header's
/// canonical form; `body` is a JSON array of events.
public record Commit(CommitHeader header, String sealed, String hash, String body) {
  private static final TypeReference<List<StoredEvent>> EVENTS = new TypeReference<>() {};

  static Commit seal(CommitHeader header, String body) {
    var sealed = header.canonical();
    return new Commit(header, sealed, Hashes.sha256(sealed), body);
  }

  static String body(List<StoredEvent> events) {
    try {
      return JournalMapper.SHARED.writeValueAsString(events);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Expected events that JSON can carry", e);
    }
  }

  public long number() {
    return header.number();
  }

  public Head head() {
    return new Head(number(), hash);
  }

  /// What is wrong with this commit by itself; empty where it is as it was sealed.
  public Optional<Flaw> flaw() {
    if (!sealed.equals(header.canonical())) {
      return Optional.of(Flaw.of(Kind.NOT_CANONICAL));
    }
    if (!hash.equals(Hashes.sha256(sealed))) {
      return Optional.of(Flaw.of(Kind.OTHER_HASH));
    }
    if (!header.body().equals(Hashes.sha256(body))) {
      return Optional.of(Flaw.of(Kind.OTHER_BODY));
    }
    return Optional.empty();
  }

  /// The places of the events inside, at a fraction of what the events take to read.
  ///
  /// @throws CorruptJournal where the body isn't what this product writes
  public List<EventPlace> places() {
    return PlaceReader.read(body)
        .orElseGet(() ->
            events().stream()
                .map(event -> new EventPlace(event.aggregate(), event.sequence()))
                .toList());
  }

  /// The events inside.
  ///
  /// @throws CorruptJournal where the body isn't what this product writes
  public List<StoredEvent> events() {
    try {
      var events = JournalMapper.SHARED.readValue(body, EVENTS);
      if (events == null || events.contains(null)) {
        throw new CorruptJournal("Commit %d holds no list of events".formatted(number()));
      }
      return events;
    } catch (JsonProcessingException e) {
      throw new CorruptJournal("Commit %d holds no list of events".formatted(number()), e);
    }
  }
}
