package dev.feierabend.sandbox.laws;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyActivated;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyExpired;
import dev.feierabend.core.agreeing.AgreementEvent.PolicySuperseded;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyWithdrawn;
import dev.feierabend.core.drilling.DrillEvent.DrillApproved;
import dev.feierabend.core.drilling.DrillEvent.DrillFailed;
import dev.feierabend.core.drilling.DrillEvent.DrillPassed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Law 1: nothing is taken away without an active approval of exactly that document, or of this
/// drill.
final class ApprovalPrecedesEffect implements Law {
  @Override
  public List<String> violations(Night night) {
    var active = new HashSet<String>();
    var found = new ArrayList<String>();
    for (var recorded : night.history()) {
      switch (recorded.event()) {
        case PolicyActivated(_, var digest, _) -> active.add(digest);
        case PolicySuperseded(_, var digest, _, _) -> active.remove(digest);
        case PolicyWithdrawn(_, var digest, _, _, _) -> active.remove(digest);
        case PolicyExpired(_, var digest, _) -> active.remove(digest);
        case DrillApproved drill -> active.add(drill.approval());
        case DrillPassed(var host, _, _) -> active.removeIf(it -> it.startsWith("drill/" + host));
        case DrillFailed(var host, _, _) -> active.removeIf(it -> it.startsWith("drill/" + host));
        case ActionIssued issued when issued.step().takesAway() -> {
          if (issued.approvals().isEmpty() || !active.containsAll(issued.approvals())) {
            found.add("%s is not approved".formatted(issued.action()));
          }
        }
        default -> {}
      }
    }
    return found;
  }
}
