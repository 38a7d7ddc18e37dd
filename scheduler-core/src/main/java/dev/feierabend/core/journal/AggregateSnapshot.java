package dev.feierabend.core.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;

/// An aggregate's state after one of its events, as text of three lines: the digest of the others,
/// what the state stands on, the state.
record AggregateSnapshot(Title title, String state) {
  private static final int EDITION = 1;

  /// @param edition of this form
  /// @param code the build whose state this is
  /// @param type the aggregate's, as its events name it
  /// @param sequence the last event's place in the aggregate
  /// @param head the commit that holds this event
  record Title(int edition, String code, String aggregate, String type, long sequence, Head head) {
    static Title of(String code, String aggregate, String type, long sequence, Head head) {
      return new Title(EDITION, code, aggregate, type, sequence, head);
    }
  }

  String text() throws JsonProcessingException {
    var lines = JournalMapper.SHARED.writeValueAsString(title) + "\n" + state;
    return Hashes.sha256(lines) + "\n" + lines;
  }

  /// Empty where `text` is damaged.
  ///
  /// @throws JsonProcessingException where another form has a title of its own
  static Optional<AggregateSnapshot> parse(String text) throws JsonProcessingException {
    var parts = text.split("\n", 3);
    if (parts.length != 3 || !parts[0].equals(Hashes.sha256(parts[1] + "\n" + parts[2]))) {
      return Optional.empty();
    }
    var title = JournalMapper.SHARED.readValue(parts[1], Title.class);
    return Optional.of(new AggregateSnapshot(title, parts[2]));
  }

  /// Why it tells nothing about `aggregate` of `log` to the build `code`; empty where it does.
  Optional<String> objection(String aggregate, CommitLog log, String code) {
    if (title.edition() != EDITION || !title.code().equals(code)) {
      return Optional.of("another build of this program wrote it");
    }
    if (!title.aggregate().equals(aggregate)) {
      return Optional.of("it is of " + title.aggregate());
    }
    return standsOn(log)
        ? Optional.empty()
        : Optional.of("it stands on %s, which the journal doesn't hold".formatted(title.head()));
  }

  private boolean standsOn(CommitLog log) {
    var last = new EventPlace(title.aggregate(), title.sequence());
    try (var commits = log.from(title.head().number())) {
      return commits
          .limit(1)
          .filter(commit -> commit.head().equals(title.head()) && commit.keptFlaw().isEmpty())
          .anyMatch(commit -> commit.places().contains(last));
    }
  }
}
