package dev.feierabend.console.api;

import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import dev.feierabend.policies.terms.ActorId;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The directory of names.
@RestController
@RequestMapping("/api/v1/persons")
final class PersonsController {
  private final Personnel personnel;

  PersonsController(Personnel personnel) {
    this.personnel = personnel;
  }

  /// Everybody with a name, by pseudonym.
  @Needs(Right.KEEP_NAMES)
  @GetMapping
  List<PersonView> all() {
    return personnel.all();
  }

  /// Forgets whose a pseudonym is, for good. What that person did stays in the history, and
  /// verifies.
  @Needs(Right.KEEP_NAMES)
  @DeleteMapping("/{actor}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void erase(@PathVariable ActorId actor, @CurrentCaller Caller caller) {
    personnel.erase(caller, actor);
  }
}
