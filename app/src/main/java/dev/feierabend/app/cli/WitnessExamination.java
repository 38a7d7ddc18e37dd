package dev.feierabend.app.cli;

import dev.feierabend.app.store.Store;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.Vouched;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What the doctor finds said of witnesses in a whole history: who refuses, who has been silent for
/// long. Where neither is, there is nothing to tell.
record WitnessExamination(Store store, Locale locale) {
  private static final String WHAT = "witness";

  List<Finding> findings() {
    try (var history = store.history();
        var commits = history.commits()) {
      var vouched = Vouched.in(commits);
      return Stream.concat(
              warnings(vouched.objecting(), "witness-refuses"),
              warnings(vouched.silent(), "witness-silent"))
          .toList();
    } catch (Outage e) {
      return List.of(new Finding(false, WHAT, String.valueOf(e.getMessage())));
    }
  }

  private Stream<Finding> warnings(Set<String> names, String key) {
    return names.stream()
        .sorted()
        .map(name -> Finding.warning(WHAT, Phrases.ofCommands(locale).of(key, name)));
  }
}
