package dev.feierabend.core.acting;

import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.agreeing.Exceptions;
import dev.feierabend.core.deputising.Deputies;
import dev.feierabend.core.forecasting.Prospects;
import dev.feierabend.core.kernel.ReadModel;
import dev.feierabend.core.observing.FreshLoad;
import dev.feierabend.core.observing.HourlyPeaks;
import dev.feierabend.core.observing.RecentLoad;
import dev.feierabend.core.observing.UtilisationHistory;
import dev.feierabend.core.planning.Canary;
import dev.feierabend.core.planning.Planner;
import dev.feierabend.core.planning.Plans;
import dev.feierabend.core.planning.Rising;
import dev.feierabend.core.planning.Supervision;
import dev.feierabend.core.planning.Vigilance;
import dev.feierabend.core.planning.Watch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Every read model that planning and acting stand on, all made from the journal; and the bell that
/// rings once they know.
public record Memory(
    Agreements agreements,
    Exceptions exceptions,
    Deputies deputies,
    Bell bell,
    Load load,
    Plans plans,
    Night night) {

  /// What is known of load: peaks by the day and by the hour, what was measured lately, and what is
  /// made of it, which no event is told to.
  ///
  /// @param fresh `recent`, and what was measured at shorter intervals besides
  /// @param prospects forecasts, made of `hourly`
  public record Load(
      UtilisationHistory utilisation,
      HourlyPeaks hourly,
      RecentLoad recent,
      FreshLoad fresh,
      Prospects prospects) {
    static Load empty() {
      var hourly = new HourlyPeaks();
      var recent = new RecentLoad();
      return new Load(
          new UtilisationHistory(), hourly, recent, new FreshLoad(recent), new Prospects(hourly));
    }
  }

  /// What acting remembers: pending actions, what sleeps, what is troubled, what is due back, how
  /// far the mode has come that begins with a share, who is known to wake, how long wakes took.
  public record Night(
      Actions actions,
      Slumber slumber,
      Troubles troubles,
      Returns returns,
      Stages stages,
      Drills drills,
      Wakings wakings) {}

  public static Memory empty() {
    return new Memory(
        new Agreements(),
        new Exceptions(),
        new Deputies(),
        new Bell(),
        Load.empty(),
        new Plans(),
        new Night(
            new Actions(),
            new Slumber(),
            new Troubles(),
            new Returns(),
            new Stages(),
            new Drills(),
            new Wakings()));
  }

  public UtilisationHistory utilisation() {
    return load.utilisation();
  }

  /// The handlers that the journal keeps up to date.
  public List<Object> handlers() {
    return List.copyOf(models());
  }

  /// The same, in the order in which they are told.
  public List<ReadModel<?>> models() {
    return List.of(
        agreements,
        exceptions,
        deputies,
        load.utilisation(),
        load.hourly(),
        load.recent(),
        plans,
        night.actions(),
        night.slumber(),
        night.troubles(),
        night.returns(),
        night.stages(),
        night.drills(),
        night.wakings(),
        bell);
  }

  /// @param supervision which hosts may not sleep yet
  /// @param rising how hosts come back
  /// @param first which workloads sleep while the others don't yet
  Planner.SetAside setAside(
      Supervision supervision,
      Rising rising,
      Optional<Canary> first,
      Vigilance vigilance,
      Instant at) {
    Troubles troubles = night.troubles();
    return new Planner.SetAside(
        troubles.quarantined(),
        troubles.heldBack(at),
        troubles.leftAlone(at),
        night.slumber().offSince(),
        night.actions().switching(),
        supervision,
        rising,
        first,
        new Watch(vigilance, load.fresh()));
  }
}
