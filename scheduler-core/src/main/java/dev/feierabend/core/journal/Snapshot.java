package dev.feierabend.core.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.feierabend.core.kernel.ReadModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What read models remember of the history up to one commit, as text: a line that says what it
/// stands on, then a line of JSON a read model.
record Snapshot(Title title, List<String> memories) {
  private static final int EDITION = 1;

  Snapshot {
    memories = List.copyOf(memories);
  }

  /// @param edition of this form
  /// @param code the build whose read models these are
  /// @param head the last commit they were told of
  /// @param models their names, in order
  /// @param digest SHA-256 (hex) of all lines but this one
  record Title(int edition, String code, Head head, List<String> models, String digest) {
    Title {
      models = List.copyOf(models);
    }
  }

  static Snapshot of(Head head, String code, List<ReadModel<?>> models)
      throws JsonProcessingException {
    var memories = new ArrayList<String>();
    for (var model : models) {
      memories.add(JournalMapper.SHARED.writeValueAsString(model.remember()));
    }
    return new Snapshot(new Title(EDITION, code, head, names(models), digest(memories)), memories);
  }

  String text() throws JsonProcessingException {
    return JournalMapper.SHARED.writeValueAsString(title) + "\n" + body(memories);
  }

  /// @throws JsonProcessingException where the first line isn't a title
  static Snapshot parse(String text) throws JsonProcessingException {
    int first = text.indexOf('\n');
    var title = JournalMapper.SHARED.readValue(text.substring(0, Math.max(0, first)), Title.class);
    return new Snapshot(title, List.of(text.substring(first + 1).split("\n", -1)));
  }

  private static List<String> names(List<ReadModel<?>> models) {
    return models.stream().map(model -> model.getClass().getSimpleName()).toList();
  }

  private static String digest(List<String> memories) {
    return Hashes.sha256(body(memories));
  }

  private static String body(List<String> memories) {
    return String.join("\n", memories);
  }

  /// Why it tells nothing about `log` to `models` of the build `code`; empty where it does.
  Optional<String> objection(CommitLog log, String code, List<ReadModel<?>> models) {
    if (title.edition() != EDITION) {
      return Optional.of("its edition is %d, not %d".formatted(title.edition(), EDITION));
    }
    if (!title.code().equals(code) || !title.models().equals(names(models))) {
      return Optional.of("another build of this program wrote it");
    }
    if (!title.digest().equals(digest(memories)) || memories.size() != models.size()) {
      return Optional.of("it is damaged");
    }
    return standsOn(log)
        ? Optional.empty()
        : Optional.of("it stands on %s, which the journal doesn't hold".formatted(title.head()));
  }

  private boolean standsOn(CommitLog log) {
    try (var commits = log.from(title.head().number())) {
      return commits
          .limit(1)
          .anyMatch(commit -> commit.head().equals(title.head()) && commit.keptFlaw().isEmpty());
    }
  }

  /// Hands each of `models` its memory; none where one can't be read.
  void recallTo(List<ReadModel<?>> models) throws JsonProcessingException {
    var recalls = new ArrayList<Runnable>();
    for (int i = 0; i < models.size(); i++) {
      recalls.add(recall(models.get(i), memories.get(i)));
    }
    recalls.forEach(Runnable::run);
  }

  @SuppressWarnings("unchecked") // a record's class has no others below it
  private static <M extends Record> Runnable recall(ReadModel<M> model, String json)
      throws JsonProcessingException {
    var type = (Class<M>) model.remember().getClass();
    M memory = JournalMapper.SHARED.readValue(json, type);
    return () -> model.recall(memory);
  }
}
