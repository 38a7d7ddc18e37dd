package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.ReadModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Who is told what happens, in this order; and where they put aside what they remember of it, if
/// anywhere. Aggregates put theirs aside in the same place.
public final class ReadModels {
  /// @param folder for files of aggregates alone
  /// @param events how many happen to one before its state is put aside again
  record Aside(Path folder, int events) {}

  private final List<?> handlers;
  private final Optional<Aside> aside;
  private final Optional<Snapshots> snapshots;

  private ReadModels(List<?> handlers, Optional<Aside> aside, Optional<Snapshots> snapshots) {
    this.handlers = List.copyOf(handlers);
    this.aside = aside;
    this.snapshots = snapshots;
  }

  /// Told the whole history at every start.
  ///
  /// @param handlers objects with `@EventHandler` methods
  public static ReadModels of(List<?> handlers) {
    return new ReadModels(handlers, Optional.empty(), Optional.empty());
  }

  /// Told what happened since their memory was put aside in `folder`.
  public static ReadModels keptIn(Path folder, List<ReadModel<?>> models) {
    return keptIn(folder, AggregateSnapshots.EVERY, models);
  }

  /// The same, with an aggregate's state put aside after as many `events`.
  static ReadModels keptIn(Path folder, int events, List<ReadModel<?>> models) {
    return new ReadModels(
        models,
        Optional.of(new Aside(folder.resolve("aggregates"), events)),
        Optional.of(new Snapshots(folder, List.copyOf(models))));
  }

  List<?> handlers() {
    return handlers;
  }

  /// Where aggregates put theirs aside.
  Optional<Aside> aside() {
    return aside;
  }

  /// Up to which commit of `log` they know the history already.
  Head recall(CommitLog log) {
    return snapshots.map(kept -> kept.recall(log)).orElse(Head.GENESIS);
  }

  /// To be called between two commits.
  void told(Head head) {
    snapshots.ifPresent(kept -> kept.told(head));
  }

  /// To be called at the end.
  void putAside(Head head) {
    snapshots.ifPresent(kept -> kept.putAside(head));
  }
}
