package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps intents of wakes that were carried out while the store was out, until the store is back;
/// where it outlives the process, a kill in that time forgets none.
public interface WakeSpool {
  /// The same action once.
  void keep(ActionIssued intent);

  void drop(ActionId action);

  /// In the order in which they were kept.
  List<ActionIssued> kept();

  /// One that ends with the process.
  static WakeSpool inMemory() {
    Map<ActionId, ActionIssued> spool = new LinkedHashMap<>();
    return new WakeSpool() {
      @Override
      public void keep(ActionIssued intent) {
        spool.putIfAbsent(intent.action(), intent);
      }

      @Override
      public void drop(ActionId action) {
        spool.remove(action);
      }

      @Override
      public List<ActionIssued> kept() {
        return List.copyOf(spool.values());
      }
    };
  }
}
