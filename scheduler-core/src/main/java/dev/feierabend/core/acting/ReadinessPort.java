package dev.feierabend.core.acting;

import dev.feierabend.policies.language.AllowedHosts;
import java.net.URI;
import java.time.Instant;

/// Asks services whether they answer, as their customers want it known.
public interface ReadinessPort {
  /// Where nothing is asked.
  ReadinessPort NONE = (_, _) -> new Tested.Failed("no readiness test is made here");

  /// What is known of `target`. Returns at once: what hasn't passed since `since` is asked in the
  /// background, one question at a time, and a later call has the answer.
  ///
  /// @param target as `policies.language.ReadinessTest` describes it
  /// @param since what was said before, counts no more
  Tested ask(URI target, Instant since);

  /// This, for hosts that the operator allows; no other gets as much as a packet.
  default ReadinessPort only(AllowedHosts allowed) {
    return (target, since) ->
        allowed.allow(target)
            ? ask(target, since)
            : new Tested.Failed(
                "not made, for %s doesn't name %s"
                    .formatted(AllowedHosts.SETTING, target.getHost()));
  }

  sealed interface Tested {
    Tested PASSED = new Passed();
    Tested PENDING = new Pending();

    record Passed() implements Tested {}

    /// @param because goes on from "its readiness test …: "
    record Failed(String because) implements Tested {}

    /// No answer yet.
    record Pending() implements Tested {}
  }
}
