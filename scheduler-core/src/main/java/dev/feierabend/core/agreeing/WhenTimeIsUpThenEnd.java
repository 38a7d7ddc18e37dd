package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.AgreementCommand.ActivatePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ExpirePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.RemindOfExpiry;
import dev.feierabend.core.agreeing.ExceptionCommand.EndPoolOverride;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What time brings about by itself: approved policies begin, parties are reminded, policies and
/// overrides end.
public final class WhenTimeIsUpThenEnd {
  private static final ActorId TIME = new ActorId("time");

  private WhenTimeIsUpThenEnd() {}

  public static List<Command> at(Agreements agreements, Exceptions exceptions, Instant at) {
    return Stream.of(
            ended(agreements, at),
            begun(agreements, at),
            reminded(agreements, at),
            overridden(exceptions, at))
        .flatMap(commands -> commands)
        .toList();
  }

  /// When something will begin or end by itself, as far as is known at `at`.
  public static Stream<Instant> next(Agreements agreements, Exceptions exceptions, Instant at) {
    return Stream.of(
            agreements.waiting().stream().flatMap(entry -> entry.begins().stream()),
            agreements.active().stream().flatMap(entry -> entry.ends().stream()),
            exceptions.overrides().stream().map(ExceptionEvent.OverrideGranted::until))
        .flatMap(instants -> instants)
        .filter(at::isBefore);
  }

  private static Stream<Command> begun(Agreements agreements, Instant at) {
    return agreements.waiting().stream()
        .filter(entry -> entry.begins().filter(at::isBefore).isEmpty())
        .sorted(Comparator.comparing(entry -> entry.begins().orElse(Instant.MIN)))
        .map(entry -> new ActivatePolicy(entry.agreement(), entry.digest(), TIME, at));
  }

  private static Stream<Command> reminded(Agreements agreements, Instant at) {
    return agreements.active().stream()
        .filter(entry -> Dates.nearEnd(entry.policy(), at) && !entry.reminded())
        .map(entry -> new RemindOfExpiry(entry.agreement(), TIME, at));
  }

  private static Stream<Command> ended(Agreements agreements, Instant at) {
    return agreements.active().stream()
        .filter(entry -> Dates.over(entry.policy(), at))
        .map(entry -> new ExpirePolicy(entry.agreement(), TIME, at));
  }

  private static Stream<Command> overridden(Exceptions exceptions, Instant at) {
    return exceptions.overrides().stream()
        .filter(granted -> !at.isBefore(granted.until()))
        .map(granted -> new EndPoolOverride(granted.tenant(), granted.pools(), at));
  }
}
