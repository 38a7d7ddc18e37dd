package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.ActingEvent;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.reporting.Tidings;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Has the wake list written at the start and after each change of what sleeps, on a thread of its
/// own: nobody who records waits for it. Every replica has its own, whoever leads.
final class WakeListKeeper implements Consumer<JournalEvent>, AutoCloseable {
  private final WakeListFile list;
  private final Tidings tidings;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("wake-list").factory());
  private final AtomicBoolean owed = new AtomicBoolean();

  WakeListKeeper(WakeListFile list, Tidings tidings) {
    this.list = list;
    this.tidings = tidings;
  }

  WakeListKeeper begin() {
    tidings.listen(this);
    list.refresh();
    return this;
  }

  /// What is done to hosts is the operator's.
  @Override
  public void accept(JournalEvent event) {
    if (event instanceof ActingEvent.OfAction action
        && action.owner().equals(Owner.OPERATOR)
        && owed.compareAndSet(false, true)) {
      thread.execute(() -> {
        owed.set(false);
        list.refresh();
      });
    }
  }

  /// What is owed is still written.
  @Override
  public void close() {
    tidings.leave(this);
    thread.close();
  }
}
