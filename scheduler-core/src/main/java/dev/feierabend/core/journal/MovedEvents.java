package dev.feierabend.core.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;

/// What a store keeps in a body's place once its events have moved to an archive: where they stand
/// in their aggregates, so that no place is taken twice and no hole shows. It is written down
/// beside the header and not bound by it; the archive's events bear it out.
///
/// A body is a list, this an object: neither can be taken for the other.
record MovedEvents(List<EventPlace> archived) {
  private static final String BEGINNING = "{\"archived\":";

  MovedEvents {
    archived = List.copyOf(archived);
  }

  static MovedEvents of(List<EventPlace> places) {
    return new MovedEvents(places);
  }

  static boolean is(String body) {
    return body.startsWith(BEGINNING);
  }

  /// @throws CorruptJournal where that isn't what `commit` has
  static MovedEvents in(Commit commit) {
    try {
      return JournalMapper.SHARED.readValue(commit.body(), MovedEvents.class);
    } catch (JsonProcessingException e) {
      throw new CorruptJournal("Commit %d holds no list of places".formatted(commit.number()), e);
    }
  }

  String text() {
    try {
      return JournalMapper.SHARED.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Places are data", e);
    }
  }
}
