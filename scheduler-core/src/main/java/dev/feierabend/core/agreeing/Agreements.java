package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.AgreementEvent.PolicyActivated;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyApproved;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyExpired;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyProposed;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyRejected;
import dev.feierabend.core.agreeing.AgreementEvent.PolicySuperseded;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyWithdrawn;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.axonframework.eventhandling.EventHandler;

/// Read model: every proposed document with its standing, and the policies that are active.
public final class Agreements {
  /// How a document stands.
  public enum Standing {
    PROPOSED,
    APPROVED,
    REJECTED,
    ACTIVE,
    ENDED
  }

  /// One document: what it says, who proposed it, how it stands.
  public record Entry(
      AgreementId agreement,
      SchedulePolicy policy,
      ActorId author,
      Instant proposed,
      Optional<SavingForecast> forecast,
      Standing standing) {
    public String digest() {
      return policy.document().digest();
    }

    Entry standing(Standing next) {
      return new Entry(agreement, policy, author, proposed, forecast, next);
    }
  }

  private final NavigableMap<String, Entry> entries = new ConcurrentSkipListMap<>();

  /// All documents, by agreement and the order of their digests.
  public List<Entry> all() {
    return List.copyOf(entries.values());
  }

  /// What customers have agreed to and is in force.
  public List<Entry> active() {
    return entries.values().stream().filter(entry -> entry.standing() == Standing.ACTIVE).toList();
  }

  @EventHandler
  void on(AgreementEvent event) {
    switch (event) {
      case PolicyProposed proposed -> propose(proposed);
      case PolicyApproved(var id, var digest, _, _) -> to(id, digest, Standing.APPROVED);
      case PolicyRejected(var id, var digest, _, _, _) -> to(id, digest, Standing.REJECTED);
      case PolicyActivated(var id, var digest, _) -> to(id, digest, Standing.ACTIVE);
      case PolicySuperseded(var id, var digest, _, _) -> to(id, digest, Standing.ENDED);
      case PolicyWithdrawn(var id, var digest, _, _, _) -> to(id, digest, Standing.ENDED);
      case PolicyExpired(var id, var digest, _) -> to(id, digest, Standing.ENDED);
    }
  }

  private void propose(PolicyProposed event) {
    if (Proposal.parse(event.document()) instanceof Parsed.Valid<SchedulePolicy>(var policy)) {
      entries.put(
          key(event.agreement(), event.digest()),
          new Entry(
              event.agreement(),
              policy,
              event.by(),
              event.at(),
              event.forecast(),
              Standing.PROPOSED));
    }
  }

  private void to(AgreementId agreement, String digest, Standing standing) {
    entries.computeIfPresent(key(agreement, digest), (_, entry) -> entry.standing(standing));
  }

  private static String key(AgreementId agreement, String digest) {
    return agreement + " " + digest;
  }
}
