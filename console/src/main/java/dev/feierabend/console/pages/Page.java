package dev.feierabend.console.pages;

import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.api.Telling;
import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.problems.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The page and its parts, filled in for a reader.
final class Page {
  private static final PageFilter EVERYTHING = new PageFilter(null, null, null);

  private final NowPart now;
  private final PromisesPart promises;
  private final PastPart past;
  private final Telling telling;
  private final Problems problems;

  Page(NowPart now, PromisesPart promises, PastPart past, Telling telling, Problems problems) {
    this.now = now;
    this.promises = promises;
    this.past = past;
    this.telling = telling;
    this.problems = problems;
  }

  void now(Model model, Reader reader) {
    forReader(model, reader);
    now.fill(model, reader);
    promises.fill(model, reader);
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
    var page = new RedirectView("/?" + done, true);
    page.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(page);
  }

  private ModelAndView refused(Reader reader, Declined declined) {
    var refusal = declined.refusal().orElseThrow(() -> declined);
    var model = new ExtendedModelMap();
    now(model, reader);
    past(model, reader, EVERYTHING);
    model.addAttribute("refusal", problems.sentence(refusal, reader.locale()));
    return new ModelAndView("console/page", model, declined.status());
  }

  private void forReader(Model model, Reader reader) {
    model.addAttribute("caller", reader.caller());
    model.addAttribute("times", new Times(reader.locale(), telling.zone()));
  }
}
