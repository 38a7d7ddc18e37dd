package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.AgreementCommand.ExpirePolicy;
import dev.feierabend.core.agreeing.ExceptionCommand.EndOverride;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What has reached its end by itself: policies past their validity, overrides past theirs.
public final class WhenTimeIsUpThenEnd {
  private static final ActorId TIME = new ActorId("time");

  private WhenTimeIsUpThenEnd() {}

  public static List<Command> at(Agreements agreements, Exceptions exceptions, Instant at) {
    Stream<Command> policies =
        agreements.active().stream()
            .filter(entry -> Approval.over(entry.policy(), at))
            .map(entry -> new ExpirePolicy(entry.agreement(), TIME, at));
    Stream<Command> overrides =
        exceptions.overrides().stream()
            .filter(granted -> !at.isBefore(granted.until()))
            .map(granted -> new EndOverride(granted.tenant(), at));
    return Stream.concat(policies, overrides).toList();
  }
}
