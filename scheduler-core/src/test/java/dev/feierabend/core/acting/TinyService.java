package dev.feierabend.core.acting;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Services that say what a test wants; those it doesn't speak of haven't answered yet.
public final class TinyService implements ReadinessPort {
  public final Map<URI, Tested> says = new HashMap<>();

  /// From when on answers counted, a question an entry.
  public final List<Instant> asked = new ArrayList<>();

  /// Whether asking ends in a fault of the adapter's.
  public boolean failing;

  @Override
  public Tested ask(URI target, Instant since) {
    if (failing) {
      throw new IllegalStateException("broken");
    }
    asked.add(since);
    return says.getOrDefault(target, Tested.PENDING);
  }
}
