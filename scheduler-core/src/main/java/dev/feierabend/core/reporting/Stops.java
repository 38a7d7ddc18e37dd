package dev.feierabend.core.reporting;

import dev.feierabend.core.agreeing.ExceptionEvent;
import dev.feierabend.core.agreeing.ExceptionEvent.CustomerHeld;
import dev.feierabend.core.agreeing.ExceptionEvent.FreezeDeclared;
import dev.feierabend.core.kernel.Owner;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Who had stopped whose power-downs, and why: freezes by the owner itself and by the operator.
final class Stops {
  private final Map<Owner, Cause.Frozen> declared = new HashMap<>();
  private final Map<Owner, Cause.Frozen> held = new HashMap<>();

  void on(ExceptionEvent event) {
    switch (event) {
      case FreezeDeclared(var scope, var by, var because, var at) ->
          declared.putIfAbsent(scope, new Cause.Frozen(scope, by, because, at));
      case ExceptionEvent.FreezeLifted lifted -> declared.remove(lifted.scope());
      case CustomerHeld(var tenant, var by, var because, var at) ->
          held.putIfAbsent(Owner.of(tenant), new Cause.Frozen(Owner.of(tenant), by, because, at));
      case ExceptionEvent.CustomerReleased released -> held.remove(Owner.of(released.tenant()));
      case ExceptionEvent.OverrideGranted _,
          ExceptionEvent.OverrideEnded _,
          ExceptionEvent.PoolOverrideEnded _ -> {}
    }
  }

  /// What stopped the power-downs of `owner`: everybody's stop first.
  Optional<Cause.Frozen> of(Owner owner) {
    return Stream.of(declared.get(Owner.OPERATOR), held.get(owner), declared.get(owner))
        .flatMap(Stream::ofNullable)
        .findFirst();
  }
}
