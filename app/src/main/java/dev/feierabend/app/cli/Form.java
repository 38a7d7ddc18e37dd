package dev.feierabend.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.feierabend.core.journal.JournalMapper;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// The form of an answer: lines for people, or JSON for programs.
final class Form {
  @Spec(Target.MIXEE)
  CommandSpec spec;

  @Option(names = "--json", description = "Answers in JSON, for programs.")
  boolean json;

  /// Prints `answer` as one line of JSON.
  void print(Object answer) {
    try {
      spec.commandLine().getOut().println(JournalMapper.create().writeValueAsString(answer));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer is data", e);
    }
  }
}
