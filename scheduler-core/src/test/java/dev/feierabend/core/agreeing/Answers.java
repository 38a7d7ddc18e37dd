package dev.feierabend.core.agreeing;

import dev.feierabend.core.deputising.DeputyCommand;
import dev.feierabend.core.deputising.DeputyEvent;
import dev.feierabend.core.deputising.DeputyState;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.JournalEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// What the product's aggregates answer; each asked once for the same state and command. Notes
/// every refusal.
final class Answers {
  private record Asked(Object state, Command command) {}

  private final Map<Asked, Optional<Object>> known = new HashMap<>();
  private final Set<String> refusals = new TreeSet<>();

  Set<String> refusals() {
    return refusals;
  }

  Optional<AgreementState> to(AgreementState state, AgreementCommand command) {
    return answer(
        new Asked(state, command),
        () -> state.decide(command),
        state,
        (now, event) -> now.evolve((AgreementEvent) event));
  }

  Optional<DeputyState> to(DeputyState state, DeputyCommand command) {
    return answer(
        new Asked(state, command),
        () -> state.decide(command),
        state,
        (now, event) -> now.evolve((DeputyEvent) event));
  }

  Optional<ExceptionState> to(ExceptionState state, ExceptionCommand command) {
    return answer(
        new Asked(state, command),
        () -> state.decide(command),
        state,
        (now, event) -> now.evolve((ExceptionEvent) event));
  }

  @SuppressWarnings("unchecked")
  private <S> Optional<S> answer(
      Asked asked, Supplier<Decision> decide, S state, BiFunction<S, JournalEvent, S> evolve) {
    return (Optional<S>)
        known.computeIfAbsent(
            asked, _ -> next(decide.get(), state, evolve).map(Object.class::cast));
  }

  private <S> Optional<S> next(Decision decision, S state, BiFunction<S, JournalEvent, S> evolve) {
    return switch (decision) {
      case Decision.Rejected(var refusal) -> {
        refusals.add(refusal.code());
        yield Optional.empty();
      }
      case Decision.Accepted(var events) -> {
        S next = state;
        for (JournalEvent event : events) {
          next = evolve.apply(next, event);
        }
        yield Optional.of(next);
      }
    };
  }
}
