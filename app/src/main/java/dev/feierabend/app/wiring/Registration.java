package dev.feierabend.app.wiring;

import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.People;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.naming.Registrar;
import java.time.Instant;

/// Enters everybody who may log in into the directory of names, once, at the start.
record Registration(Registrar registrar) {
  /// @throws Outage where the directory refuses, or the pseudonym of a user was erased
  Registration enter(People people, Instant at) {
    registrar.sweep(at);
    for (Caller person : people.all()) {
      if (registrar.name(person.actor(), person.name(), at)
          instanceof Decision.Rejected(var refusal)) {
        throw new Outage("feierabend.users: %s".formatted(refusal.sentence()));
      }
    }
    return this;
  }
}
