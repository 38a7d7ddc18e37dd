package dev.feierabend.console.api;

import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Machines and workloads as they are now.
@RestController
@RequestMapping("/api/v1/fleet")
final class FleetController {
  private final Inventory inventory;

  FleetController(Inventory inventory) {
    this.inventory = inventory;
  }

  @Needs(Right.SEE_FLEET)
  @GetMapping
  FleetView now(@CurrentCaller Caller caller, Locale locale) {
    return inventory.seenBy(new Reader(caller, locale));
  }
}
