package dev.feierabend.core;

import dev.feierabend.core.acting.ActingEvent;
import dev.feierabend.core.acting.ActionAggregate;
import dev.feierabend.core.acting.ReturnAggregate;
import dev.feierabend.core.agreeing.AgreementAggregate;
import dev.feierabend.core.agreeing.AgreementEvent;
import dev.feierabend.core.agreeing.ExceptionAggregate;
import dev.feierabend.core.agreeing.ExceptionEvent;
import dev.feierabend.core.deputising.DeputyAggregate;
import dev.feierabend.core.deputising.DeputyEvent;
import dev.feierabend.core.drilling.DrillAggregate;
import dev.feierabend.core.drilling.DrillEvent;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.EventTypes;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.ReadModels;
import dev.feierabend.core.naming.NamingAggregate;
import dev.feierabend.core.naming.NamingEvent;
import dev.feierabend.core.observing.ObservingEvent;
import dev.feierabend.core.observing.PoolAggregate;
import dev.feierabend.core.observing.TroubleAggregate;
import dev.feierabend.core.planning.PlanAggregate;
import dev.feierabend.core.planning.PlanningEvent;
import dev.feierabend.core.proving.CheckpointAggregate;
import dev.feierabend.core.proving.ProvingEvent;
import dev.feierabend.core.reporting.closing.ClosingAggregate;
import dev.feierabend.core.reporting.closing.ReportingEvent;
import java.time.InstantSource;
import java.util.List;

/// All slices: what can stand in a journal, and what decides about it.
public final class Slices {
  private Slices() {}

  /// Every event that a journal may hold.
  public static EventTypes events() {
    return EventTypes.of(
            ObservingEvent.class,
            AgreementEvent.class,
            ExceptionEvent.class,
            DeputyEvent.class,
            DrillEvent.class,
            NamingEvent.class,
            PlanningEvent.class,
            ActingEvent.class,
            ReportingEvent.class,
            ProvingEvent.class)
        .upcastBy(Revisions.all());
  }

  /// The journal of the whole product on `log`; `handlers` are brought up to date before this
  /// returns.
  public static Journal journal(CommitLog log, InstantSource clock, List<Object> handlers) {
    return journal(log, clock, ReadModels.of(handlers));
  }

  /// The same with read models that may have their memory put aside.
  public static Journal journal(CommitLog log, InstantSource clock, ReadModels models) {
    return Journal.start(log, clock, events(), aggregates(), models);
  }

  /// What decides, one a slice.
  public static List<Class<?>> aggregates() {
    return List.of(
        AgreementAggregate.class,
        ExceptionAggregate.class,
        DeputyAggregate.class,
        DrillAggregate.class,
        NamingAggregate.class,
        PoolAggregate.class,
        TroubleAggregate.class,
        PlanAggregate.class,
        ActionAggregate.class,
        ReturnAggregate.class,
        ClosingAggregate.class,
        CheckpointAggregate.class);
  }
}
