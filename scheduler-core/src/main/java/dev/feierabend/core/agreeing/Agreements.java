package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.AgreementEvent.DeputyStoodIn;
import dev.feierabend.core.agreeing.AgreementEvent.ExpiryNear;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyActivated;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyApproved;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyExpired;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyProposed;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyRejected;
import dev.feierabend.core.agreeing.AgreementEvent.PolicySuperseded;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyWithdrawn;
import dev.feierabend.core.agreeing.AgreementEvent.ProposalTakenBack;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventHandler;

/// Read model: every proposed document with its standing, and the policies that are active.
public final class Agreements {
  /// How a document stands; `APPROVED` while its first day lies ahead.
  public enum Standing {
    PROPOSED,
    TAKEN_BACK,
    APPROVED,
    REJECTED,
    ACTIVE,
    ENDED
  }

  /// One document: what it says, who proposed it, how it stands.
  ///
  /// @param consent who agreed to it
  /// @param reminded whether the parties were told that its end is near
  public record Entry(
      AgreementId agreement,
      SchedulePolicy policy,
      ActorId author,
      Instant proposed,
      Optional<SavingForecast> forecast,
      Standing standing,
      Optional<Consent> consent,
      boolean reminded) {
    public String digest() {
      return policy.document().digest();
    }

    /// When its validity ends, where it does.
    public Optional<Instant> ends() {
      return Dates.end(policy);
    }

    Entry standing(Standing next) {
      return new Entry(agreement, policy, author, proposed, forecast, next, consent, reminded);
    }

    Entry consent(Consent given) {
      return new Entry(
          agreement, policy, author, proposed, forecast, standing, Optional.of(given), reminded);
    }

    Entry withReminder() {
      return new Entry(agreement, policy, author, proposed, forecast, standing, consent, true);
    }
  }

  private final NavigableMap<String, Entry> entries = new ConcurrentSkipListMap<>();

  /// All documents, by agreement and the order of their digests.
  public List<Entry> all() {
    return List.copyOf(entries.values());
  }

  /// What customers have agreed to and is in force.
  public List<Entry> active() {
    return in(Standing.ACTIVE);
  }

  /// What customers have agreed to from a day on that lies ahead.
  public List<Entry> waiting() {
    return in(Standing.APPROVED);
  }

  private List<Entry> in(Standing standing) {
    return entries.values().stream().filter(entry -> entry.standing() == standing).toList();
  }

  @EventHandler
  void on(AgreementEvent event) {
    switch (event) {
      case PolicyProposed proposed -> propose(proposed);
      case ProposalTakenBack(_, var digest, _, _) -> to(event, digest, Standing.TAKEN_BACK);
      case DeputyStoodIn(_, var digest, var deputy, var other, var at) ->
          change(event, digest, it -> it.consent(new Consent(deputy, Optional.of(other), at)));
      case PolicyApproved approved -> approve(approved);
      case PolicyRejected(_, var digest, _, _, _) -> to(event, digest, Standing.REJECTED);
      case PolicyActivated(_, var digest, _) -> to(event, digest, Standing.ACTIVE);
      case PolicySuperseded(_, var digest, _, _) -> to(event, digest, Standing.ENDED);
      case PolicyWithdrawn(_, var digest, _, _, _) -> to(event, digest, Standing.ENDED);
      case PolicyExpired(_, var digest, _) -> to(event, digest, Standing.ENDED);
      case ExpiryNear(_, var digest, _, _) -> change(event, digest, Entry::withReminder);
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
              Standing.PROPOSED,
              Optional.empty(),
              false));
    }
  }

  /// Keeps what was just said of the deputy who gave it.
  private void approve(PolicyApproved event) {
    change(
        event,
        event.digest(),
        entry -> {
          var inPerson = new Consent(event.by(), Optional.empty(), event.at());
          return entry.consent(entry.consent().orElse(inPerson)).standing(Standing.APPROVED);
        });
  }

  private void to(AgreementEvent event, String digest, Standing standing) {
    change(event, digest, entry -> entry.standing(standing));
  }

  private void change(AgreementEvent event, String digest, UnaryOperator<Entry> change) {
    entries.computeIfPresent(key(event.agreement(), digest), (_, entry) -> change.apply(entry));
  }

  private static String key(AgreementId agreement, String digest) {
    return agreement + " " + digest;
  }
}
