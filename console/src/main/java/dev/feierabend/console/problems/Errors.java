package dev.feierabend.console.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.LocaleResolver;

/// What the container itself refuses is told like everything else. Who asks for it directly finds
/// nothing.
@Controller
final class Errors implements ErrorController {
  private final Problems problems;
  private final LocaleResolver locales;

  Errors(Problems problems, LocaleResolver locales) {
    this.problems = problems;
    this.locales = locales;
  }

  @RequestMapping("/error")
  ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
    HttpStatusCode status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? HttpStatusCode.valueOf(code)
            : HttpStatus.NOT_FOUND;
    return ResponseEntity.status(status).body(problems.of(status, locales.resolveLocale(request)));
  }
}
