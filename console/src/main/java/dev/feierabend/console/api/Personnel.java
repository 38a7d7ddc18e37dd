package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.People;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Refusal;
import dev.feierabend.core.naming.Registrar;
import dev.feierabend.policies.terms.ActorId;
import java.util.List;

/// Tells who is who, and forgets people.
public final class Personnel {
  private final Registrar registrar;
  private final People people;
  private final Desk desk;

  public Personnel(Registrar registrar, People people, Desk desk) {
    this.registrar = registrar;
    this.people = people;
    this.desk = desk;
  }

  List<PersonView> all() {
    return registrar.people().stream().map(PersonView::of).toList();
  }

  /// @throws Declined where the person may still log in, or never had a name
  void erase(Caller caller, ActorId actor) {
    if (people.all().stream().anyMatch(person -> person.actor().equals(actor))) {
      throw Declined.refused(
          new Refusal(
              "still-user",
              "Expected somebody who can't log in any more but %s is still one of the users; take it out of feierabend.users first"
                  .formatted(actor)));
    }
    if (registrar.erase(actor, caller.actor(), desk.now())
        instanceof Decision.Rejected(var refusal)) {
      throw Declined.refused(refusal);
    }
  }
}
