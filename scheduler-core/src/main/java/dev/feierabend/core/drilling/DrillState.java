package dev.feierabend.core.drilling;

import dev.feierabend.core.drilling.DrillCommand.ApproveDrill;
import dev.feierabend.core.drilling.DrillCommand.DemandDrill;
import dev.feierabend.core.drilling.DrillCommand.DescribeHost;
import dev.feierabend.core.drilling.DrillCommand.FailDrill;
import dev.feierabend.core.drilling.DrillCommand.PassDrill;
import dev.feierabend.core.drilling.DrillEvent.DrillApproved;
import dev.feierabend.core.drilling.DrillEvent.DrillDemanded;
import dev.feierabend.core.drilling.DrillEvent.DrillFailed;
import dev.feierabend.core.drilling.DrillEvent.DrillPassed;
import dev.feierabend.core.drilling.DrillEvent.HostDescribed;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.planning.Make;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;

/// One host's drills: until when the latest approval of one lasts, when one last ended, and what
/// the host was last told to be.
record DrillState(Instant approvedUntil, Instant ended, Make make) {
  static final DrillState NONE = new DrillState(Instant.EPOCH, Instant.EPOCH, Make.UNTOLD);

  Decision decide(DrillCommand command) {
    return switch (command) {
      case ApproveDrill approve -> approve(approve);
      case DemandDrill(var host, var by, var because, var at) ->
          because.isBlank()
              ? Decision.reject(
                  "no-drill-reason", "Expected a reason why it is to be drilled again")
              : Decision.of(new DrillDemanded(host, by, because, at));
      case DescribeHost(var host, var seen, var at) -> describe(host, seen.or(make), at);
      case PassDrill(var host, var boot, var at) ->
          at.isAfter(ended) ? Decision.of(new DrillPassed(host, boot, at)) : Decision.nothing();
      case FailDrill(var host, var because, var at) ->
          at.isAfter(ended) ? Decision.of(new DrillFailed(host, because, at)) : Decision.nothing();
    };
  }

  private Decision describe(MachineId host, Make now, Instant at) {
    return now.equals(make)
        ? Decision.nothing()
        : Decision.of(new HostDescribed(host, now.print(), now, at));
  }

  private Decision approve(ApproveDrill approve) {
    if (!approve.until().isAfter(approve.from()) || !approve.until().isAfter(approve.at())) {
      return Decision.reject(
          "bad-drill-time",
          "Expected a time that ends after its beginning and after %s but found %s to %s"
              .formatted(approve.at(), approve.from(), approve.until()));
    }
    if (approve.until().equals(approvedUntil)) {
      return Decision.nothing();
    }
    return Decision.of(
        new DrillApproved(
            approve.host(), approve.by(), approve.from(), approve.until(), approve.at()));
  }

  DrillState evolve(DrillEvent event) {
    return switch (event) {
      case DrillApproved approved -> new DrillState(approved.until(), ended, make);
      case DrillDemanded _ -> this;
      case HostDescribed described -> new DrillState(approvedUntil, ended, described.make());
      case DrillPassed passed -> new DrillState(Instant.EPOCH, passed.at(), make);
      case DrillFailed failed -> new DrillState(Instant.EPOCH, failed.at(), make);
    };
  }
}
