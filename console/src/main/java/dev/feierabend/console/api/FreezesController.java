package dev.feierabend.console.api;

import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.TenantId;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Stops power-downs at once, for one customer or for all; what sleeps is woken.
@RestController
@RequestMapping("/api/v1")
@ResponseStatus(HttpStatus.NO_CONTENT)
final class FreezesController {
  private final Freezes freezes;

  FreezesController(Freezes freezes) {
    this.freezes = freezes;
  }

  @Needs(Right.FREEZE)
  @PostMapping(path = "/tenants/{tenant}/freeze", consumes = MediaType.APPLICATION_JSON_VALUE)
  void freeze(
      @PathVariable TenantId tenant,
      @Valid @RequestBody Because body,
      @CurrentCaller Caller caller) {
    freezes.declare(Owner.of(tenant), caller, body.because());
  }

  @Needs(Right.FREEZE)
  @DeleteMapping("/tenants/{tenant}/freeze")
  void thaw(@PathVariable TenantId tenant, @CurrentCaller Caller caller) {
    freezes.lift(Owner.of(tenant), caller);
  }

  @Needs(Right.FREEZE_ALL)
  @PostMapping(path = "/freeze", consumes = MediaType.APPLICATION_JSON_VALUE)
  void freezeAll(@Valid @RequestBody Because body, @CurrentCaller Caller caller) {
    freezes.declare(Owner.OPERATOR, caller, body.because());
  }

  @Needs(Right.FREEZE_ALL)
  @DeleteMapping("/freeze")
  void thawAll(@CurrentCaller Caller caller) {
    freezes.lift(Owner.OPERATOR, caller);
  }
}
