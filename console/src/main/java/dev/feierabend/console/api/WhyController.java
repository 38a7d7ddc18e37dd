package dev.feierabend.console.api;

import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Why something slept or was awake.
@RestController
@RequestMapping("/api/v1/why")
final class WhyController {
  private final Inquiry inquiry;

  WhyController(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  /// @param subject a pool, workload or host of the caller's, by name or id
  /// @param at when; what was recorded later counts for nothing
  @Needs(Right.READ)
  @GetMapping
  WhyView why(
      @RequestParam @NotBlank @Size(max = 200) String subject,
      @RequestParam Instant at,
      @CurrentCaller Caller caller,
      Locale locale) {
    return inquiry.of(subject, at, new Chronicle.Reader(caller, locale));
  }
}
