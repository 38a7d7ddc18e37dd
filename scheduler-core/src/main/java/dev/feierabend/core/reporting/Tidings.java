package dev.feierabend.core.reporting;

import dev.feierabend.core.acting.ActingEvent;
import dev.feierabend.core.agreeing.AgreementEvent;
import dev.feierabend.core.agreeing.ExceptionEvent;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.ReadModel;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.observing.ObservingEvent.KeeperFound;
import dev.feierabend.core.observing.ObservingEvent.SleepUndone;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventHandler;

/// Tells whoever listens what is recorded about agreements and what was done for them, as it is
/// recorded: never what was before they listened. To be told after the read models, which know
/// then.
public final class Tidings implements ReadModel<Tidings.Silence> {
  /// It remembers nothing.
  public record Silence() {}

  private final List<Consumer<JournalEvent>> listeners = new CopyOnWriteArrayList<>();

  /// @param listener returns at once and doesn't throw; it runs within the command
  public void listen(Consumer<JournalEvent> listener) {
    listeners.add(listener);
  }

  public void leave(Consumer<JournalEvent> listener) {
    listeners.remove(listener);
  }

  @Override
  public Silence remember() {
    return new Silence();
  }

  @Override
  public void recall(Silence memory) {}

  @EventHandler
  void on(AgreementEvent event) {
    tell(event);
  }

  @EventHandler
  void on(ExceptionEvent event) {
    tell(event);
  }

  @EventHandler
  void on(ActingEvent event) {
    tell(event);
  }

  @EventHandler
  void on(ForeignChangeObserved event) {
    tell(event);
  }

  @EventHandler
  void on(KeeperFound event) {
    tell(event);
  }

  @EventHandler
  void on(SleepUndone event) {
    tell(event);
  }

  private void tell(JournalEvent event) {
    listeners.forEach(listener -> listener.accept(event));
  }
}
