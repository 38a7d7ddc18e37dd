package dev.feierabend.console.api;

import dev.feierabend.console.api.Register.Document;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import dev.feierabend.core.agreeing.Wish;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What a customer decides about its agreements.
@RestController
@RequestMapping("/api/v1/agreements/{tenant}/{policy}")
@ResponseStatus(HttpStatus.NO_CONTENT)
final class DecisionsController {
  private final Register register;

  DecisionsController(Register register) {
    this.register = register;
  }

  /// Approves exactly the document of this digest.
  @Needs(Right.DECIDE)
  @PostMapping("/{digest}/approval")
  void approve(
      @PathVariable String tenant,
      @PathVariable String policy,
      @PathVariable String digest,
      @CurrentCaller Caller caller) {
    register.approve(caller, new Document(tenant, policy, digest));
  }

  @Needs(Right.DECIDE)
  @PostMapping(path = "/{digest}/rejection", consumes = MediaType.APPLICATION_JSON_VALUE)
  void reject(
      @PathVariable String tenant,
      @PathVariable String policy,
      @PathVariable String digest,
      @Valid @RequestBody Because body,
      @CurrentCaller Caller caller) {
    register.reject(caller, new Document(tenant, policy, digest), body.because());
  }

  /// Takes back what the caller proposed and nobody has decided on yet.
  @Needs(Right.PROPOSE)
  @DeleteMapping("/{digest}")
  void takeBack(
      @PathVariable String tenant,
      @PathVariable String policy,
      @PathVariable String digest,
      @CurrentCaller Caller caller) {
    register.takeBack(caller, new Document(tenant, policy, digest));
  }

  /// Withdraws what is in force; what sleeps under it is woken.
  @Needs(Right.WITHDRAW)
  @DeleteMapping
  void withdraw(
      @PathVariable String tenant,
      @PathVariable String policy,
      @RequestParam @NotBlank @Size(max = Wish.LONGEST_REASON) String because,
      @CurrentCaller Caller caller) {
    register.withdraw(caller, tenant, policy, because);
  }
}
