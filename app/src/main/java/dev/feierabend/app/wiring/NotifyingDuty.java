package dev.feierabend.app.wiring;

import dev.feierabend.app.notifying.Notifying;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.reporting.Tidings;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Tells others outside while this replica works.
final class NotifyingDuty implements Duty {
  private final Notifying.Setting setting;
  private final Journal journal;
  private final Tidings tidings;
  private final InstantSource clock;
  private volatile @Nullable Notifying notifying;

  NotifyingDuty(Notifying.Setting setting, Journal journal, Tidings tidings, InstantSource clock) {
    this.setting = setting;
    this.journal = journal;
    this.tidings = tidings;
    this.clock = clock;
  }

  @Override
  public synchronized void begin() {
    Notifying begun = Notifying.begin(setting, journal, clock);
    tidings.listen(begun);
    notifying = begun;
  }

  @Override
  public synchronized void end() {
    Notifying begun = notifying;
    if (begun != null) {
      tidings.leave(begun);
      begun.close();
      notifying = null;
    }
  }

  Duration waiting() {
    Notifying begun = notifying;
    return begun == null ? Duration.ZERO : begun.waiting(clock.instant());
  }

  long lost() {
    Notifying begun = notifying;
    return begun == null ? 0 : begun.lost();
  }
}
