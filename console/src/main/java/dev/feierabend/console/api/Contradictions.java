package dev.feierabend.console.api;

import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.core.hosting.ConflictText;
import dev.feierabend.core.hosting.Conflicts;
import java.util.List;
import java.util.Locale;

/// What hypervisors decide by themselves and so may against a plan, for those who see the
/// operator's part.
public final class Contradictions {
  private final Conflicts conflicts;

  public Contradictions(Conflicts conflicts) {
    this.conflicts = conflicts;
  }

  /// As it was last seen.
  public List<ConflictView> seenBy(Reader reader) {
    if (!reader.caller().seesAll()) {
      return List.of();
    }
    var text = new ConflictText(reader.locale());
    return conflicts.standing().stream().map(each -> view(each, text)).toList();
  }

  private static ConflictView view(Conflicts.Standing standing, ConflictText text) {
    var conflict = standing.conflict();
    return new ConflictView(
        standing.hypervisor(),
        conflict.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        conflict.subject(),
        text.of(conflict));
  }
}
