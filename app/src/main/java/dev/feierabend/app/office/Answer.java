package dev.feierabend.app.office;

import dev.feierabend.core.kernel.Refusal;
import dev.feierabend.policies.language.Fault;
import java.util.List;
import java.util.function.Function;

/// What an office answers: what was asked for, or one of three kinds of "no".
public sealed interface Answer<T> {
  record Given<T>(T value) implements Answer<T> {}

  /// The rules say no, in the asker's language.
  record Refused<T>(Refusal refusal) implements Answer<T> {}

  /// The document is wrong in these places.
  record Faulty<T>(List<Fault> faults) implements Answer<T> {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /// The question itself is wrong: it names what isn't there, or the asker isn't known.
  record Unusable<T>(String sentence) implements Answer<T> {}

  /// Asks on where there was an answer; a "no" stays what it is.
  default <U> Answer<U> then(Function<T, Answer<U>> next) {
    return switch (this) {
      case Given<T>(var value) -> next.apply(value);
      case Refused<T>(var refusal) -> new Refused<>(refusal);
      case Faulty<T>(var faults) -> new Faulty<>(faults);
      case Unusable<T>(var sentence) -> new Unusable<>(sentence);
    };
  }
}
