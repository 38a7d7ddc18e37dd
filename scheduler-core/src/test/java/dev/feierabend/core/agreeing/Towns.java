package dev.feierabend.core.agreeing;

import dev.feierabend.core.kernel.Command;
import dev.feierabend.policies.terms.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// The states of one customer, numbered, equal ones merged; and what follows each.
final class Towns {
  private final Answers answers;
  private final UnaryOperator<Town> merged;
  private final List<List<Command>> alphabet;
  private final List<Town> all = new ArrayList<>();
  private final Map<Town, Integer> numbers = new HashMap<>();
  private final Map<Integer, int[]> next = new HashMap<>();
  private final Map<Integer, Integer> kinds = new HashMap<>();

  /// @param merged the state that stands for a state and all that are like it
  Towns(TenantId tenant, Answers answers, UnaryOperator<Town> merged) {
    this.answers = answers;
    this.merged = merged;
    this.alphabet =
        IntStream.range(0, Night.DAYS)
            .mapToObj(day -> new Alphabet(tenant, day).commands())
            .toList();
    number(Town.NEW);
  }

  /// What counts of a state on an evening; worked out once.
  int kind(int number, int day, Released released) {
    return kinds.computeIfAbsent(
        number * Night.DAYS + day, _ -> released.kind(all.get(number), day));
  }

  Town get(int number) {
    return all.get(number);
  }

  int count() {
    return all.size();
  }

  int commands() {
    return alphabet.getFirst().size();
  }

  /// The numbers of the states that some command leads to; the same number again where it changes
  /// nothing.
  int[] after(int number, int day) {
    return next.computeIfAbsent(
        number * Night.DAYS + day,
        _ ->
            alphabet.get(day).stream()
                .mapToInt(command -> after(number, command))
                .filter(other -> other >= 0)
                .toArray());
  }

  private int after(int number, Command command) {
    Town town = all.get(number);
    return town.after(town.asked(command), answers).map(merged).map(this::number).orElse(-1);
  }

  private int number(Town town) {
    Integer known = numbers.putIfAbsent(town, all.size());
    if (known == null) {
      all.add(town);
      return all.size() - 1;
    }
    return known;
  }
}
