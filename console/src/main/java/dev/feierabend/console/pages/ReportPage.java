package dev.feierabend.console.pages;

import dev.feierabend.console.api.Accounting;
import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.problems.Problems;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A month's electricity, the one that it is now where none is asked for.
@Controller
final class ReportPage {
  private final Accounting accounting;
  private final Page page;
  private final Problems problems;

  ReportPage(Accounting accounting, Page page, Problems problems) {
    this.accounting = accounting;
    this.page = page;
    this.problems = problems;
  }

  @Needs(Right.READ)
  @GetMapping(path = "/report", produces = MediaType.TEXT_HTML_VALUE)
  String report(
      @RequestParam(required = false) @Nullable String month,
      @CurrentCaller Caller caller,
      Locale locale,
      Model model) {
    page.forReader(model, new Reader(caller, locale));
    Optional<YearMonth> asked = month(month);
    boolean faulty = month != null && !month.isBlank() && asked.isEmpty();
    YearMonth wanted = asked.orElseGet(accounting::current);
    model.addAttribute("faulty", faulty);
    model.addAttribute("month", wanted.toString());
    model.addAttribute("named", DateTimeFormatter.ofPattern("LLLL uuuu", locale).format(wanted));
    try {
      model.addAttribute("report", accounting.month(caller, wanted));
    } catch (Declined declined) {
      declined
          .refusal()
          .ifPresent(refusal -> model.addAttribute("refusal", problems.sentence(refusal, locale)));
    }
    return "console/report";
  }

  private static Optional<YearMonth> month(@Nullable String text) {
    try {
      return Optional.ofNullable(text).filter(it -> !it.isBlank()).map(YearMonth::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
