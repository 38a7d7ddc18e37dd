package dev.feierabend.console.api;

import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What customers keep awake now, for every party to see.
@RestController
final class OverridesController {
  private final Overrides overrides;

  OverridesController(Overrides overrides) {
    this.overrides = overrides;
  }

  @Needs(Right.READ)
  @GetMapping("/api/v1/overrides")
  List<OverrideView> running(@CurrentCaller Caller caller) {
    return overrides.running(caller);
  }
}
