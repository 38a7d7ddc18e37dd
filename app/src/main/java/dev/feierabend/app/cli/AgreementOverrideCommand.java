package dev.feierabend.app.cli;

import static java.util.Objects.requireNonNull;

import dev.feierabend.app.office.Answer;
import dev.feierabend.app.office.Office;
import dev.feierabend.console.api.OverrideView;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// "Not tonight", and its end.
@Command(
    name = "override",
    description = "Keeps a tenant's capacity awake for a while; what sleeps is woken.")
final class AgreementOverrideCommand implements Callable<Integer> {
  @Mixin Form form = new Form();
  @Mixin Visit visit = new Visit();

  @Mixin OfTenant of = new OfTenant();

  @Option(
      names = "--pools",
      paramLabel = "ID",
      split = ",",
      description = "Only these pools; with --end, the override of exactly these.")
  SortedSet<PoolId> pools = new TreeSet<>();

  @ArgGroup(multiplicity = "1")
  Turn turn = new Turn();

  /// On, or off again.
  static final class Turn {
    @ArgGroup(exclusive = false)
    @Nullable Grant grant;

    @Option(names = "--end", required = true, description = "Ends it before its time.")
    boolean end;
  }

  static final class Grant {
    @Option(
        names = "--until",
        paramLabel = "TIME",
        required = true,
        description = "Local time (\"2026-11-26 23:00\") or with an offset (2026-11-26T22:00Z).")
    @Nullable TypedMoment until;

    @Option(
        names = "--because",
        paramLabel = "TEXT",
        required = true,
        converter = TypedReason.class,
        description = Reason.TOLD)
    String because = "";

    Instant until(ZoneId zone) {
      return requireNonNull(until).last(zone);
    }
  }

  @Override
  public Integer call() {
    return visit.change(form, this::turned, visit.lines()::overrides);
  }

  private Answer<List<OverrideView>> turned(Office office) {
    TenantId tenant = of.tenant();
    return office
        .ask(wish(tenant))
        .then(_ -> office.overrides())
        .then(all -> new Answer.Given<>(AgreementOverridesCommand.of(tenant, all)));
  }

  private Wish wish(TenantId tenant) {
    return turn.grant == null
        ? new Wish.LetSleep(tenant, Optional.<Set<PoolId>>of(pools).filter(them -> !them.isEmpty()))
        : new Wish.KeepAwake(tenant, pools, turn.grant.until(visit.zone), turn.grant.because);
  }
}
