package dev.feierabend.app.wiring;

import dev.feierabend.app.silencing.Setting;
import dev.feierabend.app.silencing.Silencing;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.reporting.Tidings;
import dev.feierabend.policies.fleet.Fleet;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Has planned sleep silenced while this replica works.
final class SilencingDuty implements Duty {
  /// Who sleeps, and who is told.
  record Sources(Fleet fleet, Memory memory, Tidings tidings) {}

  private final Setting setting;
  private final Sources sources;
  private final InstantSource clock;
  private volatile @Nullable Silencing silencing;

  SilencingDuty(Setting setting, Sources sources, InstantSource clock) {
    this.setting = setting;
    this.sources = sources;
    this.clock = clock;
  }

  @Override
  public synchronized void begin() {
    Silencing begun = Silencing.begin(setting, sources.fleet(), sources.memory(), clock);
    sources.tidings().listen(begun);
    silencing = begun;
  }

  @Override
  public synchronized void end() {
    Silencing begun = silencing;
    if (begun != null) {
      sources.tidings().leave(begun);
      begun.close();
      silencing = null;
    }
  }

  Duration failing() {
    Silencing begun = silencing;
    return begun == null ? Duration.ZERO : begun.failing();
  }
}
