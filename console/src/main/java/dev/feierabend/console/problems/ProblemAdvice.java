package dev.feierabend.console.problems;

import dev.feierabend.core.kernel.Outage;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Answers whatever goes wrong with a problem, the filters' refusals included. What is a bug is
/// logged and told without its insides.
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private final Problems problems;
  private final LocaleResolver locales;

  ProblemAdvice(Problems problems, LocaleResolver locales) {
    this.problems = problems;
    this.locales = locales;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> declined(Declined declined, HttpServletRequest request) {
    return answer(problems.of(declined, locales.resolveLocale(request)));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> outage(Outage outage, HttpServletRequest request) {
    LOG.warn("{}", outage.getMessage());
    return answer(HttpStatus.SERVICE_UNAVAILABLE, request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> stranger(AuthenticationException e, HttpServletRequest request) {
    return answer(HttpStatus.UNAUTHORIZED, request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> denied(AccessDeniedException e, HttpServletRequest request) {
    return answer(HttpStatus.FORBIDDEN, request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> bug(RuntimeException e, HttpServletRequest request) {
    LOG.error("A request failed", e);
    return answer(HttpStatus.INTERNAL_SERVER_ERROR, request);
  }

  /// What the framework noticed before a controller was asked.
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    HttpServletRequest asked = ((ServletWebRequest) request).getRequest();
    ProblemDetail problem = problems.of(status, locales.resolveLocale(asked));
    var misfits = Misfits.of(e);
    if (!misfits.isEmpty()) {
      problem.setProperty("faults", misfits);
    }
    return super.handleExceptionInternal(e, problem, headers, status, request);
  }

  private ResponseEntity<ProblemDetail> answer(HttpStatus status, HttpServletRequest request) {
    return answer(problems.of(status, locales.resolveLocale(request)));
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
    var answer = ResponseEntity.status(problem.getStatus());
    if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      answer.header(HttpHeaders.RETRY_AFTER, "10");
    }
    return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
  }
}
