package dev.feierabend.console.api;

import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The plan in force.
@RestController
@RequestMapping("/api/v1/plans")
final class PlansController {
  private final Outlook outlook;

  PlansController(Outlook outlook) {
    this.outlook = outlook;
  }

  @Needs(Right.READ)
  @GetMapping
  PlansView now(@CurrentCaller Caller caller, Locale locale) {
    return outlook.now(new Chronicle.Reader(caller, locale));
  }
}
