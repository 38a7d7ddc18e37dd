package dev.feierabend.sandbox.centre;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.sandbox.centre.EffectLog.Effect;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Every call to the data centre goes through here: it ends as the faults say, and is logged.
final class Calls {
  /// What is asked, of whom, for which action.
  record Asked(String verb, String subject, Optional<ActionId> action) {}

  /// After this, a call that hangs takes effect all the same.
  private static final Duration LATE = Duration.ofSeconds(75);

  private final DataCentre centre;
  private final Faults faults;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<Asked> hanging = new HashSet<>();

  Calls(DataCentre centre, Faults faults) {
    this.centre = centre;
    this.faults = faults;
  }

  /// How the next call of `verb` on `subject` ends.
  Faults.Call next(String verb, String subject) {
    int count = counts.merge(verb + " " + subject, 1, Integer::sum);
    return faults.call(verb, subject, count);
  }

  /// @param effect does it; its answer tells whether it changed anything
  Answer call(Asked asked, Supplier<Done> effect) {
    return switch (next(asked.verb(), asked.subject())) {
      case FINE -> perform(asked, effect);
      case UNAVAILABLE -> new Answer.Unknown("the API answered 503");
      case HANGS -> {
        later(asked, effect);
        yield new Answer.Unknown("the API didn't answer in time");
      }
      case LIES -> Answer.DONE;
      case FAILS -> new Answer.Refused("the API said it failed");
    };
  }

  private void later(Asked asked, Supplier<Done> effect) {
    if (hanging.add(asked)) {
      centre.later(
          LATE,
          () -> {
            hanging.remove(asked);
            perform(asked, effect);
          });
    }
  }

  private Answer perform(Asked asked, Supplier<Done> effect) {
    var at = centre.now();
    Done done = effect.get();
    boolean changed = done instanceof Done.Changed;
    centre.log().add(new Effect(at, asked.action(), asked.verb(), asked.subject(), changed));
    return switch (done) {
      case Done.Changed _, Done.Already _ -> Answer.DONE;
      case Done.TooEarly(var because) -> new Answer.NotYet(because);
      case Done.Impossible(var because) -> new Answer.Refused(because);
    };
  }

  /// What a call did.
  sealed interface Done {
    record Changed() implements Done {}

    record Already() implements Done {}

    record TooEarly(String because) implements Done {}

    record Impossible(String because) implements Done {}
  }
}
