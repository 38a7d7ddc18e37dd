package dev.feierabend.console.pages;

import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The page, and the two parts of it that are fetched anew while it is open.
@Controller
final class PageController {
  private final Page page;

  PageController(Page page) {
    this.page = page;
  }

  @Needs(Right.READ)
  @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
  String page(
      PageFilter filter,
      @CurrentCaller Caller caller,
      Locale locale,
      Model model,
      CsrfToken token) {
    token.getToken(); // The cookie goes out with the head, before any form asks for its token.
    var reader = new Reader(caller, locale);
    page.now(model, reader);
    page.past(model, reader, filter);
    return "console/page";
  }

  @Needs(Right.READ)
  @GetMapping(path = "/now", produces = MediaType.TEXT_HTML_VALUE)
  String now(@CurrentCaller Caller caller, Locale locale, Model model, CsrfToken token) {
    token.getToken();
    page.now(model, new Reader(caller, locale));
    return "console/now :: now";
  }

  @Needs(Right.READ)
  @GetMapping(path = "/past", produces = MediaType.TEXT_HTML_VALUE)
  String past(PageFilter filter, @CurrentCaller Caller caller, Locale locale, Model model) {
    page.past(model, new Reader(caller, locale), filter);
    return "console/past :: past";
  }
}
