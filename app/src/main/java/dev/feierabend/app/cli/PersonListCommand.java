package dev.feierabend.app.cli;

import dev.feierabend.app.office.Office;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.console.api.PersonView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The directory of names, and whether the journal binds each.
@Command(name = "list", description = "Lists pseudonyms and names.")
final class PersonListCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Form form = new Form();
  @Mixin Visit visit = new Visit();

  @Override
  public Integer call() {
    return visit.look(form, Office::people, this::lines);
  }

  private List<String> lines(List<PersonView> people) {
    Phrases phrases = Phrases.ofCommands(Languages.of(spec));
    return Columns.aligned(
        people.stream()
            .map(person ->
                List.of(
                    person.actor(),
                    person.name(),
                    phrases.of(person.bound() ? "name-bound" : "name-unbound")))
            .toList());
  }
}
