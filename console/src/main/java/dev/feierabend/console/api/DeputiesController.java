package dev.feierabend.console.api;

import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who decides in a customer's name while somebody is away.
@RestController
@RequestMapping("/api/v1/tenants/{tenant}/deputies")
final class DeputiesController {
  private final StandIns standIns;

  DeputiesController(StandIns standIns) {
    this.standIns = standIns;
  }

  /// Who stands in now or will.
  @Needs(Right.READ)
  @GetMapping
  List<DeputyView> all(@PathVariable TenantId tenant) {
    return standIns.of(tenant);
  }

  /// Names a deputy of the caller, by pseudonym, or gives it another term.
  @Needs(Right.DEPUTISE)
  @PutMapping(path = "/{deputy}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void name(
      @PathVariable TenantId tenant,
      @PathVariable ActorId deputy,
      @Valid @RequestBody DeputyWish wish,
      @CurrentCaller Caller caller) {
    standIns.name(caller, tenant, deputy, wish);
  }

  @Needs(Right.DEPUTISE)
  @DeleteMapping("/{deputy}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void dismiss(
      @PathVariable TenantId tenant, @PathVariable ActorId deputy, @CurrentCaller Caller caller) {
    standIns.dismiss(caller, tenant, deputy);
  }
}
