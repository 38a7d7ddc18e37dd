package dev.feierabend.console.problems;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/// Reads from the framework's exceptions where the request is wrong.
final class Misfits {
  private static final String INSTANT = "an instant, for example \"2026-11-23T19:00:00Z\"";

  private Misfits() {}

  static List<Misfit> of(Exception e) {
    return switch (e) {
      case MissingServletRequestParameterException missing ->
          List.of(
              new Misfit(missing.getParameterName(), "a " + missing.getParameterType(), "nothing"));
      case MethodArgumentTypeMismatchException mismatch ->
          List.of(new Misfit(mismatch.getName(), typeOf(mismatch), found(mismatch.getValue())));
      case MethodArgumentNotValidException invalid -> fields(invalid.getBindingResult()).toList();
      case HandlerMethodValidationException invalid -> parameters(invalid);
      case HttpMessageNotReadableException unreadable -> List.of(unreadable(unreadable));
      default -> List.of();
    };
  }

  private static String typeOf(TypeMismatchException mismatch) {
    Class<?> type = mismatch.getRequiredType();
    if (type == null) {
      return "another value";
    }
    return type.getSimpleName().equals("Instant")
        ? INSTANT
        : "a value of type " + type.getSimpleName();
  }

  private static Stream<Misfit> fields(BindingResult result) {
    return result.getFieldErrors().stream().map(Misfits::field);
  }

  private static Misfit field(FieldError error) {
    String expected = error.isBindingFailure() ? INSTANT : said(error);
    return new Misfit(error.getField(), expected, found(error.getRejectedValue()));
  }

  private static List<Misfit> parameters(HandlerMethodValidationException invalid) {
    return invalid.getParameterValidationResults().stream()
        .flatMap(result ->
            result.getResolvableErrors().stream()
                .map(error ->
                    error instanceof FieldError field
                        ? field(field)
                        : new Misfit(
                            String.valueOf(result.getMethodParameter().getParameterName()),
                            said(error),
                            found(result.getArgument()))))
        .toList();
  }

  private static String said(org.springframework.context.MessageSourceResolvable error) {
    return String.valueOf(error.getDefaultMessage());
  }

  private static Misfit unreadable(HttpMessageNotReadableException e) {
    return e.getCause() instanceof JacksonException json && json.getLocation() != null
        ? new Misfit(
            "line %d, column %d"
                .formatted(json.getLocation().getLineNr(), json.getLocation().getColumnNr()),
            "a JSON object as the interface's description shows it",
            json.getOriginalMessage())
        : new Misfit("body", "a JSON object as the interface's description shows it", "nothing");
  }

  private static String found(@org.jspecify.annotations.Nullable Object value) {
    return value == null || value.toString().isEmpty() ? "nothing" : "\"" + value + "\"";
  }
}
