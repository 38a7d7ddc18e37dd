package dev.feierabend.app.cli;

import dev.feierabend.app.office.Answer;
import dev.feierabend.app.office.Office;
import dev.feierabend.core.kernel.Refusal;
import dev.feierabend.policies.language.Fault;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// A visit to where agreements are kept: opens it, asks, tells the answer.
final class Visit {
  @Spec(Target.MIXEE)
  CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  Where where = new Where();

  @Mixin Source source = new Source();

  @Option(
      names = "--zone",
      description = "The zone of the times, read and told (default: ${DEFAULT-VALUE}).")
  ZoneId zone = ZoneId.of("Europe/Berlin");

  /// How people are told.
  AgreementLines lines() {
    return new AgreementLines(Languages.of(spec), zone);
  }

  /// Asks for something that changes nothing.
  ///
  /// @param lines the answer for people; programs get it as it is
  <T> int look(Form form, Function<Office, Answer<T>> question, Function<T, List<String>> lines) {
    return tell(form, where.toLook(spec, source), question, lines);
  }

  /// Asks for a change: in a journal it is to be said whose.
  <T> int change(Form form, Function<Office, Answer<T>> wish, Function<T, List<String>> lines) {
    return tell(form, where.toChange(spec, source), wish, lines);
  }

  private <T> int tell(
      Form form, Office at, Function<Office, Answer<T>> question, Function<T, List<String>> lines) {
    try (Office office = at) {
      return switch (question.apply(office)) {
        case Answer.Given<T>(var value) -> {
          given(form, value, lines);
          yield Exit.GOOD;
        }
        case Answer.Refused<T>(var refusal) -> refused(form, refusal);
        case Answer.Faulty<T>(var faults) -> faulty(form, faults);
        case Answer.Unusable<T>(var sentence) -> throw new Unreadable(sentence);
      };
    }
  }

  private <T> void given(Form form, T value, Function<T, List<String>> lines) {
    if (form.json) {
      form.print(value);
    } else {
      lines.apply(value).forEach(spec.commandLine().getOut()::println);
    }
  }

  private int refused(Form form, Refusal refusal) {
    if (form.json) {
      form.print(Map.of("refused", refusal));
    } else {
      spec.commandLine().getErr().println(refusal.sentence());
    }
    return Exit.NO;
  }

  private int faulty(Form form, List<Fault> faults) {
    if (form.json) {
      form.print(Map.of("faults", faults));
    } else {
      faults.forEach(spec.commandLine().getErr()::println);
    }
    return Exit.NO;
  }
}
