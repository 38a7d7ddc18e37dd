package dev.feierabend.console.pages;

import dev.feierabend.console.api.Chronicle;
import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.api.Telling;
import java.time.ZoneId;
import org.springframework.ui.Model;

/// What happened, newest first.
final class PastPart {
  private static final int ENTRIES = 50;

  private final Chronicle chronicle;
  private final ZoneId zone;

  PastPart(Chronicle chronicle, Telling telling) {
    this.chronicle = chronicle;
    this.zone = telling.zone();
  }

  void fill(Model model, Reader reader, PageFilter filter) {
    model.addAttribute("filter", filter);
    model.addAttribute("entries", chronicle.latest(ENTRIES, filter.question(zone), reader));
  }
}
