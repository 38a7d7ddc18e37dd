package dev.feierabend.core.kernel;

import java.util.List;

/// What a `decide` answers: the events to record, in order, or why not.
public sealed interface Decision {
  record Accepted(List<JournalEvent> events) implements Decision {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  record Rejected(Refusal refusal) implements Decision {}

  static Decision of(JournalEvent... events) {
    return new Accepted(List.of(events));
  }

  /// Nothing to record, and nothing wrong: the command changes nothing.
  static Decision nothing() {
    return new Accepted(List.of());
  }

  static Decision reject(String code, String sentence) {
    return new Rejected(new Refusal(code, sentence));
  }
}
