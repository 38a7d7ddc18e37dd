package dev.feierabend.kubernetes.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.agreeing.Agreements.Entry;
import dev.feierabend.core.agreeing.Consent;
import dev.feierabend.kubernetes.resources.PolicyReading.Outlook;
import dev.feierabend.kubernetes.resources.Status.Refused;
import dev.feierabend.policies.evaluation.BecauseText;
import dev.feierabend.policies.evaluation.Transition;
import dev.feierabend.policies.evaluation.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// What stands in the status of a SchedulePolicy.
record PolicyStatus(Manifested document, Instant at) {
  private static final int SHORT = 8;
  private static final String PROPOSED = "Proposed";
  private static final String APPROVED = "Approved";
  private static final String ACTIVE = "Active";

  ObjectNode refused(Refused refused) {
    return Status.of(refused, List.of(PROPOSED, APPROVED, ACTIVE), document, at);
  }

  ObjectNode of(Entry entry, Outlook outlook) {
    ObjectNode status = Status.begun(document, state(entry), sentence(entry));
    status.put("agreement", entry.agreement().value());
    status.put("document", shortened(entry)).put("digest", entry.digest());
    outlook.active().ifPresent(active -> status.put("inForce", active.digest()));
    entry.consent().ifPresent(given -> approvals(status, given));
    outlook.next().ifPresent(next -> transition(status, next, entry));
    status.set("conditions", Condition.written(conditions(entry), document, at));
    return status;
  }

  private static void approvals(ObjectNode status, Consent given) {
    ObjectNode approval = status.putArray("approvals").addObject().put("by", given.by().value());
    given.inPlaceOf().ifPresent(other -> approval.put("inPlaceOf", other.value()));
    approval.put("at", given.at().toString());
  }

  private static void transition(ObjectNode status, Transition next, Entry entry) {
    String because =
        BecauseText.of(next.verdict().because(), Locale.ENGLISH, entry.policy().zone());
    status
        .putObject("nextTransition")
        .put("at", next.at().toString())
        .put("becomes", becomes(next.verdict()))
        .put("because", because);
  }

  private static String becomes(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Asleep _ -> "Asleep";
      case Verdict.Awake _ -> "Awake";
    };
  }

  private List<Condition> conditions(Entry entry) {
    String state = state(entry);
    String sentence = sentence(entry);
    return List.of(
        new Condition(PROPOSED, true, PROPOSED, "proposed by " + entry.authors().author()),
        new Condition(APPROVED, entry.consent().isPresent(), state, sentence),
        new Condition(ACTIVE, isActive(entry), state, sentence),
        new Condition(Status.DEGRADED, false, "Taken", "it was taken in as it is"));
  }

  private static boolean isActive(Entry entry) {
    return switch (entry.standing()) {
      case ACTIVE -> true;
      case DRAFT, PROPOSED, TAKEN_BACK, APPROVED, REJECTED, ENDED -> false;
    };
  }

  private static String state(Entry entry) {
    return switch (entry.standing()) {
      case DRAFT -> "Draft";
      case PROPOSED -> PROPOSED;
      case TAKEN_BACK -> "TakenBack";
      case APPROVED -> APPROVED;
      case REJECTED -> "Rejected";
      case ACTIVE -> ACTIVE;
      case ENDED -> "Ended";
    };
  }

  private static String sentence(Entry entry) {
    String tenant = entry.agreement().tenant().value();
    return switch (entry.standing()) {
      case DRAFT -> "it is a draft, on which nobody decides";
      case PROPOSED ->
          "waits for somebody of %s to approve document %s".formatted(tenant, shortened(entry));
      case TAKEN_BACK -> "the proposal was taken back";
      case APPROVED ->
          "approved; in force from " + entry.begins().map(Instant::toString).orElse("now") + " on";
      case REJECTED -> "%s rejected it; it is proposed anew once it changes".formatted(tenant);
      case ACTIVE -> "approved and in force";
      case ENDED -> "no longer in force; it is proposed anew once it changes";
    };
  }

  private static String shortened(Entry entry) {
    return entry.digest().substring(0, SHORT);
  }
}
