package dev.feierabend.console.pages;

import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.api.DrillBook;
import dev.feierabend.console.api.DrillView;
import dev.feierabend.console.api.DrillWish;
import dev.feierabend.console.api.Telling;
import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.policies.terms.MachineId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Which hosts are known to wake, what a technician has to look after, and how a host is drilled at
/// a time of its own, or again.
@Controller
final class DrillsPage {
  /// What is typed: times on the clocks here.
  record Term(
      @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime from,
      @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime until) {

    DrillWish wish(ZoneId zone) {
      return new DrillWish(from.atZone(zone).toInstant(), until.atZone(zone).toInstant());
    }
  }

  record Demand(@NotBlank @Size(max = Wish.LONGEST_REASON) String because) {}

  private final DrillBook book;
  private final Page page;
  private final Corrections corrections;
  private final ZoneId zone;

  DrillsPage(DrillBook book, Page page, Corrections corrections, Telling telling) {
    this.book = book;
    this.page = page;
    this.corrections = corrections;
    this.zone = telling.zone();
  }

  @Needs(Right.DRILL)
  @GetMapping(path = "/drills", produces = MediaType.TEXT_HTML_VALUE)
  String drills(@CurrentCaller Caller caller, Locale locale, Model model, CsrfToken token) {
    token.getToken(); // The cookie goes out with the head, before any form asks for its token.
    fill(model, new Reader(caller, locale));
    return "console/drills";
  }

  @Needs(Right.DRILL)
  @PostMapping("/drills/{host}/approval")
  ModelAndView approve(
      @PathVariable MachineId host,
      @Valid Term term,
      BindingResult read,
      @CurrentCaller Caller caller,
      Locale locale) {
    return after(
        new HandedIn("drill-" + host, read, new Reader(caller, locale)),
        "approved",
        () -> book.approve(caller, host, term.wish(zone)));
  }

  @Needs(Right.DRILL)
  @PostMapping("/drills/{host}/demand")
  ModelAndView demand(
      @PathVariable MachineId host,
      @Valid Demand demand,
      BindingResult read,
      @CurrentCaller Caller caller,
      Locale locale) {
    return after(
        new HandedIn("demand-" + host, read, new Reader(caller, locale)),
        "demanded",
        () -> book.demand(caller, host, demand.because()));
  }

  /// Leads back where it is done; what is wrong is told where it was typed.
  private ModelAndView after(HandedIn form, String done, Runnable wish) {
    if (form.read().hasErrors()) {
      return again(form.reader(), corrections.of(form), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      wish.run();
    } catch (Declined declined) {
      return again(form.reader(), corrections.of(form, declined), declined.status());
    }
    var back = new RedirectView("/drills?" + done, true);
    back.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(back);
  }

  private ModelAndView again(Reader reader, Returned returned, HttpStatus status) {
    var model = new ExtendedModelMap();
    fill(model, reader);
    model.addAttribute("returned", returned);
    return new ModelAndView("console/drills", model, status);
  }

  /// Those that failed come first, as they are work for somebody.
  private void fill(Model model, Reader reader) {
    page.forReader(model, reader);
    List<DrillView> all = book.all();
    model.addAttribute("failed", all.stream().filter(DrillView::isFailed).toList());
    model.addAttribute(
        "drills", all.stream().sorted(Comparator.comparing(view -> !view.isFailed())).toList());
  }
}
