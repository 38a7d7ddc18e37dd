package dev.feierabend.core.acting;

import dev.feierabend.core.agreeing.AgreementEvent;
import dev.feierabend.core.agreeing.ExceptionEvent;
import dev.feierabend.core.kernel.ReadModel;
import org.axonframework.eventhandling.EventHandler;

/// Rings when people change what is agreed, so that a withdrawal wakes at once and not at the next
/// look. The last of the handlers: when it rings, all others know.
public final class Bell implements ReadModel<Bell.Silence> {
  /// A bell remembers nothing.
  public record Silence() {}

  private volatile Runnable called = () -> {};

  /// @param called returns at once; it runs within the command
  void onRing(Runnable called) {
    this.called = called;
  }

  @Override
  public Silence remember() {
    return new Silence();
  }

  @Override
  public void recall(Silence memory) {}

  @EventHandler
  void on(AgreementEvent event) {
    called.run();
  }

  @EventHandler
  void on(ExceptionEvent event) {
    called.run();
  }
}
