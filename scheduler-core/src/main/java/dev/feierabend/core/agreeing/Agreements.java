package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.AgreementEvent.DeputyStoodIn;
import dev.feierabend.core.agreeing.AgreementEvent.DraftDiscarded;
import dev.feierabend.core.agreeing.AgreementEvent.ExpiryNear;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyActivated;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyApproved;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyDrafted;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyExpired;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyProposed;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyRejected;
import dev.feierabend.core.agreeing.AgreementEvent.PolicySuperseded;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyWithdrawn;
import dev.feierabend.core.agreeing.AgreementEvent.ProposalTakenBack;
import dev.feierabend.core.kernel.ReadModel;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventHandler;

/// Read model: every document with its standing, and the policies that are active.
public final class Agreements implements ReadModel<Remembered> {
  /// How a document stands; `APPROVED` while its beginning lies ahead.
  public enum Standing {
    DRAFT,
    PROPOSED,
    TAKEN_BACK,
    APPROVED,
    REJECTED,
    ACTIVE,
    ENDED
  }

  /// One document: what it says, whose words it is, how it stands.
  ///
  /// @param proposed when it was proposed; of a draft, when it was saved
  /// @param consent who agreed to it
  /// @param reminded whether the parties were told that its end is near
  public record Entry(
      AgreementId agreement,
      SchedulePolicy policy,
      Authors authors,
      Instant proposed,
      Optional<SavingForecast> forecast,
      Standing standing,
      Optional<Consent> consent,
      boolean reminded) {
    public String digest() {
      return policy.document().digest();
    }

    /// When it comes into force, or came; empty where nobody agreed to it, or at once.
    public Optional<Instant> begins() {
      return consent.flatMap(given -> Dates.begin(policy, given.at()));
    }

    /// When its validity ends, where it does.
    public Optional<Instant> ends() {
      return Dates.end(policy);
    }

    Entry standing(Standing next) {
      return new Entry(agreement, policy, authors, proposed, forecast, next, consent, reminded);
    }

    Entry consent(Consent given) {
      return new Entry(
          agreement, policy, authors, proposed, forecast, standing, Optional.of(given), reminded);
    }

    Entry withReminder() {
      return new Entry(agreement, policy, authors, proposed, forecast, standing, consent, true);
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

  /// What customers have agreed to from a time on that lies ahead.
  public List<Entry> waiting() {
    return in(Standing.APPROVED);
  }

  private List<Entry> in(Standing standing) {
    return entries.values().stream().filter(entry -> entry.standing() == standing).toList();
  }

  @Override
  public Remembered remember() {
    return Remembered.of(entries.values());
  }

  @Override
  public void recall(Remembered memory) {
    entries.clear();
    memory.documents().stream().flatMap(line -> line.entry().stream()).forEach(this::enter);
  }

  @EventHandler
  public void on(AgreementEvent event) {
    switch (event) {
      case PolicyDrafted drafted -> draft(drafted);
      case DraftDiscarded(var agreement, var digest, _, _) ->
          entries.remove(key(agreement, digest));
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

  private void draft(PolicyDrafted event) {
    if (Proposal.parse(event.document(), Map.of())
        instanceof Parsed.Valid<SchedulePolicy>(var policy)) {
      enter(
          new Entry(
              event.agreement(),
              policy,
              Authors.drafting(event.by()),
              event.at(),
              Optional.empty(),
              Standing.DRAFT,
              Optional.empty(),
              false));
    }
  }

  private void propose(PolicyProposed event) {
    if (Proposal.parse(event.document(), Map.of())
        instanceof Parsed.Valid<SchedulePolicy>(var policy)) {
      Entry known = entries.get(key(event.agreement(), event.digest()));
      enter(
          new Entry(
              event.agreement(),
              policy,
              known == null
                  ? Authors.proposing(event.by())
                  : known.authors().proposedBy(event.by()),
              event.at(),
              event.forecast(),
              Standing.PROPOSED,
              Optional.empty(),
              false));
    }
  }

  private void enter(Entry entry) {
    entries.put(key(entry.agreement(), entry.digest()), entry);
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
