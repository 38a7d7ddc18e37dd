package dev.feierabend.core.reporting;

import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.policies.evaluation.Editions;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How something stood at an instant, why, and by whose word.
///
/// @param agreements what it rested on
/// @param plan the decision, where there was one
/// @param course when it was done
/// @param members how many of a pool stood so
/// @param beneath what a node stood on that is a guest
public record Why(
    Subject subject,
    Instant at,
    State state,
    Cause cause,
    List<Basis> agreements,
    Optional<Plan> plan,
    Course course,
    Optional<Members> members,
    Optional<Beneath> beneath) {
  public Why {
    agreements = List.copyOf(agreements);
  }

  /// `FALLING`: put to sleep and not seen asleep yet; `WAKING`: woken and not seen back yet.
  public enum State {
    ASLEEP,
    FALLING,
    WAKING,
    AWAKE
  }

  /// A document, who handed it in and who agreed to it; `inPlaceOf` where that was a deputy.
  public record Basis(
      AgreementId agreement,
      String digest,
      ActorId author,
      Optional<ActorId> drafter,
      Instant proposed,
      ActorId approver,
      Optional<ActorId> inPlaceOf,
      Instant approved) {}

  /// @param inputs the SHA-256 (hex) of all that it was decided from
  /// @param editions by which editions of the calendar and the zone data the agreements were read
  public record Plan(String id, Instant at, Mode mode, String inputs, Optional<Editions> editions) {
    static Plan of(PlanDecided decided) {
      return new Plan(
          decided.plan(), decided.at(), decided.mode(), decided.inputs(), decided.editions());
    }
  }

  /// When it was begun and when it was seen done.
  public record Course(Optional<Instant> begun, Optional<Instant> seen) {
    static final Course NONE = new Course(Optional.empty(), Optional.empty());
  }

  public record Members(int these, int all) {}

  /// A hypervisor, and the way up through it, as far as it was gone: its first host, the node, what
  /// runs there.
  public record Beneath(
      String hypervisor, Optional<Begun> host, Optional<Instant> node, Optional<Instant> work) {}

  public record Begun(MachineId host, Instant at) {}

  /// Without anything to be said of what is beneath.
  Why(
      Subject subject,
      Instant at,
      State state,
      Cause cause,
      List<Basis> agreements,
      Optional<Plan> plan,
      Course course,
      Optional<Members> members) {
    this(subject, at, state, cause, agreements, plan, course, members, Optional.empty());
  }

  /// The same on what is beneath it.
  Why over(Optional<Beneath> hypervisor) {
    return new Why(
        subject, at, state, cause, agreements, plan, course, members, hypervisor.or(() -> beneath));
  }

  /// Awake without anything that was done or planned.
  static Why awake(Subject subject, Instant at, Cause cause) {
    return new Why(
        subject,
        at,
        State.AWAKE,
        cause,
        List.of(),
        Optional.empty(),
        Course.NONE,
        Optional.empty());
  }

  /// The same, resting on `bases` and decided by `decision`.
  Why on(List<Basis> bases, Optional<Plan> decision) {
    return new Why(subject, at, state, cause, bases, decision, course, members);
  }

  Why of(Subject pool, Members counted) {
    return new Why(pool, at, state, cause, agreements, plan, course, Optional.of(counted));
  }
}
