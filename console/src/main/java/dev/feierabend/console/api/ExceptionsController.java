package dev.feierabend.console.api;

import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import dev.feierabend.policies.terms.TenantId;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

/// A customer's "not tonight".
@RestController
@RequestMapping("/api/v1/tenants/{tenant}/override")
@ResponseStatus(HttpStatus.NO_CONTENT)
final class ExceptionsController {
  private final Overrides overrides;

  ExceptionsController(Overrides overrides) {
    this.overrides = overrides;
  }

  @Needs(Right.OVERRIDE)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  void grant(
      @PathVariable TenantId tenant,
      @Valid @RequestBody OverrideWish wish,
      @CurrentCaller Caller caller) {
    overrides.grant(caller, tenant, wish);
  }

  /// Ends the override of exactly these pools; where none are named, all of the tenant's.
  @Needs(Right.OVERRIDE)
  @DeleteMapping
  void end(
      @PathVariable TenantId tenant,
      @RequestParam(required = false) @Nullable List<String> pools,
      @CurrentCaller Caller caller) {
    overrides.end(caller, tenant, Optional.ofNullable(pools));
  }
}
