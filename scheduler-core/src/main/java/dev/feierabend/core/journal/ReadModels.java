package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.ReadModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Who is told what happens, in this order; and where they put aside what they remember of it, if
/// anywhere.
public final class ReadModels {
  private final List<?> handlers;
  private final Optional<Snapshots> snapshots;

  private ReadModels(List<?> handlers, Optional<Snapshots> snapshots) {
    this.handlers = List.copyOf(handlers);
    this.snapshots = snapshots;
  }

  /// Told the whole history at every start.
  ///
  /// @param handlers objects with `@EventHandler` methods
  public static ReadModels of(List<?> handlers) {
    return new ReadModels(handlers, Optional.empty());
  }

  /// Told what happened since their memory was put aside in `folder`.
  public static ReadModels keptIn(Path folder, List<ReadModel<?>> models) {
    return new ReadModels(models, Optional.of(new Snapshots(folder, List.copyOf(models))));
  }

  List<?> handlers() {
    return handlers;
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
