package dev.feierabend.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.feierabend.core.journal.Flaw.Kind;
import java.util.List;
import java.util.Optional;

/// One sealed step of the history. `sealed` is the text that `hash` was taken of: the header's
/// canonical form; `body` is a JSON array of events, or what is left of it in a store once they
/// moved to an archive ([MovedEvents]).
public record Commit(CommitHeader header, String sealed, String hash, String body) {
  /// Half of what MongoDB keeps in a document, for the events' places stand beside the body; the
  /// same for every store, so that a history can move from one to another.
  public static final int LARGEST_BODY = 8 << 20;

  private static final TypeReference<List<StoredEvent>> EVENTS = new TypeReference<>() {};

  static Commit seal(CommitHeader header, String body) {
    var sealed = header.canonical();
    return new Commit(header, sealed, Hashes.sha256(sealed), body);
  }

  /// A commit as evidence carries it: its hash is the one that the header has.
  ///
  /// @throws CorruptJournal where `sealed` is no header
  public static Commit told(String sealed, String body) {
    return new Commit(CommitCodec.header(sealed), sealed, Hashes.sha256(sealed), body);
  }

  /// The body of a commit that isn't sealed yet.
  ///
  /// @throws IllegalArgumentException where there is no event, or more than any store keeps
  static String body(List<StoredEvent> events) {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("Expected events to commit but there are none");
    }
    try {
      var body = JournalMapper.SHARED.writeValueAsString(events);
      long bytes = body.getBytes(UTF_8).length;
      if (bytes > LARGEST_BODY) {
        throw new IllegalArgumentException(
            "Expected a commit of at most %,d bytes but %s and what goes with it has %,d"
                .formatted(LARGEST_BODY, events.getFirst().id(), bytes));
      }
      return body;
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

  /// This commit once its events have moved to an archive: all but their places has gone with them.
  public Commit archived() {
    return isArchived() ? this : new Commit(header, sealed, hash, MovedEvents.of(places()).text());
  }

  /// Whether a store keeps it without its events.
  public boolean isArchived() {
    return MovedEvents.is(body);
  }

  /// The same commit with the events that `whole` has.
  ///
  /// @param whole the commit of this number, from elsewhere
  public Commit filledFrom(Commit whole) {
    return new Commit(header, sealed, hash, whole.body());
  }

  /// What is wrong with this commit by itself; empty where it is as it was sealed.
  public Optional<Flaw> flaw() {
    return headerFlaw()
        .or(() ->
            header.body().equals(Hashes.sha256(body))
                ? Optional.empty()
                : Optional.of(Flaw.of(Kind.OTHER_BODY)));
  }

  /// The same of one that a store keeps, whose events may have moved to an archive; whether they
  /// may have, the history says elsewhere.
  public Optional<Flaw> keptFlaw() {
    return isArchived() ? headerFlaw() : flaw();
  }

  private Optional<Flaw> headerFlaw() {
    if (!HeaderText.isCanonical(header, sealed)) {
      return Optional.of(Flaw.of(Kind.NOT_CANONICAL));
    }
    return hash.equals(Hashes.sha256(sealed))
        ? Optional.empty()
        : Optional.of(Flaw.of(Kind.OTHER_HASH));
  }

  /// The places of the events inside, at a fraction of what the events take to read.
  ///
  /// @throws CorruptJournal where the body isn't what this product writes
  public List<EventPlace> places() {
    return isArchived()
        ? MovedEvents.in(this).archived()
        : PlaceReader.read(body)
            .orElseGet(() ->
                events().stream()
                    .map(event -> new EventPlace(event.aggregate(), event.sequence()))
                    .toList());
  }

  /// The events inside.
  ///
  /// @throws CorruptJournal where the body isn't what this product writes
  /// @throws EventsArchived where they have moved
  public List<StoredEvent> events() {
    if (isArchived()) {
      throw new EventsArchived(number());
    }
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
