package dev.feierabend.console.pages;

import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.api.Telling;
import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.problems.Problems;
import dev.feierabend.console.security.Right;
import org.springframework.http.HttpStatus;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The page and its parts, filled in for a reader.
final class Page {
  private static final PageFilter EVERYTHING = new PageFilter(null, null, null);

  private final Present present;
  private final PastPart past;
  private final Telling telling;
  private final Problems problems;
  private final Corrections corrections;

  Page(
      Present present, PastPart past, Telling telling, Problems problems, Corrections corrections) {
    this.present = present;
    this.past = past;
    this.telling = telling;
    this.problems = problems;
    this.corrections = corrections;
  }

  void now(Model model, Reader reader) {
    forReader(model, reader);
    present.fill(model, reader);
  }

  void past(Model model, Reader reader, PageFilter filter) {
    forReader(model, reader);
    past.fill(model, reader, filter);
  }

  /// Does as the reader wishes and leads back to the page, which then says `done`; a refusal is
  /// shown on the page at once.
  ModelAndView after(Reader reader, String done, Runnable wish) {
    try {
      wish.run();
    } catch (Declined declined) {
      return refused(reader, declined);
    }
    return back(done);
  }

  /// The same for what was typed into a form: whatever is wrong with it is shown where it was
  /// typed, and it is still there.
  ModelAndView after(HandedIn form, String done, Runnable wish) {
    if (form.read().hasErrors()) {
      return again(form.reader(), corrections.of(form), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      wish.run();
    } catch (Declined declined) {
      return again(form.reader(), corrections.of(form, declined), declined.status());
    }
    return back(done);
  }

  private static ModelAndView back(String done) {
    var page = new RedirectView("/?" + done, true);
    page.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(page);
  }

  private ModelAndView refused(Reader reader, Declined declined) {
    var refusal = declined.refusal().orElseThrow(() -> declined);
    return again(reader, Returned.NONE, declined.status())
        .addObject("refusal", problems.sentence(refusal, reader.locale()));
  }

  private ModelAndView again(Reader reader, Returned returned, HttpStatus status) {
    var model = new ExtendedModelMap();
    now(model, reader);
    past(model, reader, EVERYTHING);
    model.addAttribute("returned", returned);
    return new ModelAndView("console/page", model, status);
  }

  /// What every page tells: who reads it, and times in their language.
  void forReader(Model model, Reader reader) {
    model.addAttribute("caller", reader.caller());
    model.addAttribute("mayDrill", reader.caller().may(Right.DRILL));
    model.addAttribute("times", new Times(reader.locale(), telling.zone()));
    model.addAttribute("returned", Returned.NONE);
  }
}
