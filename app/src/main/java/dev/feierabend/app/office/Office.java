package dev.feierabend.app.office;

import dev.feierabend.console.api.AgreementView;
import dev.feierabend.console.api.DeputyView;
import dev.feierabend.console.api.DrillView;
import dev.feierabend.console.api.OverrideView;
import dev.feierabend.console.api.PersonView;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;
import java.util.List;

/// Where agreements are kept. Every method throws a `core.kernel.Outage` where the office can't be
/// reached or its store refuses.
public interface Office extends AutoCloseable {
  /// Every document that the asker sees, by agreement.
  Answer<List<AgreementView>> agreements();

  /// What is kept awake now, the one that ends first in front.
  Answer<List<OverrideView>> overrides();

  /// Who stands in for somebody of the tenant's, now or later.
  Answer<List<DeputyView>> deputies(TenantId tenant);

  /// Everybody with a name, by pseudonym.
  Answer<List<PersonView>> people();

  /// Which hosts are known to wake.
  Answer<List<DrillView>> drills();

  /// Lets a host be drilled in [`from`, `until`), whatever agreements say then; answers it.
  Answer<MachineId> approveDrill(MachineId host, Instant from, Instant until);

  /// Has a host drilled again; answers it.
  Answer<MachineId> demandDrill(MachineId host, String because);

  /// Forgets whose a pseudonym is; answers it.
  Answer<ActorId> erase(ActorId actor);

  /// Proposes a document to each of its tenants; answers its digest.
  ///
  /// @param file the name that its faults are told under
  Answer<String> propose(String file, byte[] document);

  /// Saves a document as a draft with each of its tenants; answers its digest.
  ///
  /// @param file the name that its faults are told under
  Answer<String> draft(String file, byte[] document);

  /// Answers the wish once it is done and recorded.
  Answer<Wish> ask(Wish wish);

  @Override
  void close();
}
