package dev.feierabend.console.api;

import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The history as sentences.
@RestController
@RequestMapping("/api/v1/history")
final class HistoryController {
  private final Chronicle chronicle;

  HistoryController(Chronicle chronicle) {
    this.chronicle = chronicle;
  }

  /// Recorded at or after `from` and before `to`, about `about`, in the order of commits.
  @Needs(Right.READ)
  @GetMapping
  HistoryPage history(
      @ParameterObject Asked asked,
      @RequestParam(defaultValue = "0") @Min(0) long after,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
      @CurrentCaller Caller caller,
      Locale locale) {
    return chronicle.after(after, limit, asked.question(), new Chronicle.Reader(caller, locale));
  }

  /// The filter as it stands in the address.
  record Asked(@Nullable Instant from, @Nullable Instant to, @Nullable String about) {
    Question question() {
      return Question.of(from, to, about);
    }
  }
}
