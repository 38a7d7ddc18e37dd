package dev.feierabend.console.api;

import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import java.time.YearMonth;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A month's electricity: whose it was, what sleep saved of it.
@RestController
final class ReportController {
  private final Accounting accounting;

  ReportController(Accounting accounting) {
    this.accounting = accounting;
  }

  /// Of `2026-05` as far as it is the caller's. A month that is over stands as it was closed.
  @Needs(Right.READ)
  @GetMapping(path = "/api/v1/report", produces = MediaType.APPLICATION_JSON_VALUE)
  ReportView report(@RequestParam YearMonth month, @CurrentCaller Caller caller) {
    return accounting.month(caller, month);
  }

  /// The parts as CSV (RFC 4180), a line each, for spreadsheets; the same lines as `report --csv`.
  @Needs(Right.READ)
  @GetMapping(path = "/api/v1/report.csv", produces = "text/csv;charset=UTF-8")
  String table(@RequestParam YearMonth month, @CurrentCaller Caller caller) {
    return accounting.table(caller, month);
  }
}
