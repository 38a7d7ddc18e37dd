package dev.feierabend.core.deputising;

import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;

/// Who stands in for whom, and when it ended before its time.
public sealed interface DeputyEvent extends JournalEvent {
  TenantId tenant();

  @Override
  default Owner owner() {
    return Owner.of(tenant());
  }

  @Override
  default String aggregate() {
    return "deputies/" + tenant();
  }

  /// `deputy` stands in for `by` in [`from`, `until`).
  record DeputyNamed(
      TenantId tenant, ActorId deputy, Instant from, Instant until, ActorId by, Instant at)
      implements DeputyEvent {}

  record DeputyDismissed(TenantId tenant, ActorId deputy, ActorId by, Instant at)
      implements DeputyEvent {}
}
