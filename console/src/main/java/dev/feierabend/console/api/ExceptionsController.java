package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.problems.Misfit;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
  private final Fleet fleet;
  private final Overrides overrides;

  ExceptionsController(Fleet fleet, Overrides overrides) {
    this.fleet = fleet;
    this.overrides = overrides;
  }

  @Needs(Right.OVERRIDE)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  void grant(
      @PathVariable TenantId tenant,
      @Valid @RequestBody OverrideWish wish,
      @CurrentCaller Caller caller) {
    Set<PoolId> pools = own(tenant, wish.named());
    overrides.grant(caller, tenant, pools, wish);
  }

  /// Ends the override of exactly these pools; where none are named, all of the tenant's.
  @Needs(Right.OVERRIDE)
  @DeleteMapping
  void end(
      @PathVariable TenantId tenant,
      @RequestParam(required = false) @Nullable List<String> pools,
      @CurrentCaller Caller caller) {
    overrides.end(caller, tenant, Optional.ofNullable(pools).map(named -> own(tenant, named)));
  }

  private Set<PoolId> own(TenantId tenant, List<String> named) {
    Set<String> own = fleet.poolsOf(tenant).stream().map(PoolId::value).collect(Collectors.toSet());
    List<Misfit> foreign =
        IntStream.range(0, named.size())
            .filter(i -> !own.contains(named.get(i)))
            .mapToObj(i ->
                new Misfit(
                    "pools[%d]".formatted(i),
                    "a pool of the tenant \"%s\"".formatted(tenant),
                    "\"" + named.get(i) + "\""))
            .toList();
    if (!foreign.isEmpty()) {
      throw Declined.faulty(foreign);
    }
    return named.stream().map(PoolId::new).collect(Collectors.toSet());
  }
}
