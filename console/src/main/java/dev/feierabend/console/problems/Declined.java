package dev.feierabend.console.problems;

import dev.feierabend.core.kernel.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/// A "no" on its way to the caller. Refusals are values everywhere else; the web framework answers
/// through exceptions, so at this rim they become one.
public final class Declined extends RuntimeException {
  private final transient HttpStatus status;
  private final transient Optional<Refusal> refusal;
  private final transient List<?> faults;

  private Declined(HttpStatus status, Optional<Refusal> refusal, List<?> faults) {
    super(refusal.map(Refusal::sentence).orElse(status.getReasonPhrase()));
    this.status = status;
    this.refusal = refusal;
    this.faults = List.copyOf(faults);
  }

  /// It isn't there, or not for this caller; the two are told alike.
  public static Declined notFound() {
    return new Declined(HttpStatus.NOT_FOUND, Optional.empty(), List.of());
  }

  /// The caller sees it but may not do that.
  public static Declined forbidden() {
    return new Declined(HttpStatus.FORBIDDEN, Optional.empty(), List.of());
  }

  /// The domain said no.
  public static Declined refused(Refusal refusal) {
    return new Declined(HttpStatus.CONFLICT, Optional.of(refusal), List.of());
  }

  /// Understood, and wrong at these places.
  public static Declined faulty(List<?> faults) {
    return new Declined(HttpStatus.UNPROCESSABLE_CONTENT, Optional.empty(), faults);
  }

  public static Declined unreadable(Misfit... misfits) {
    return new Declined(HttpStatus.BAD_REQUEST, Optional.empty(), List.of(misfits));
  }

  public static Declined tooLarge() {
    return new Declined(HttpStatus.CONTENT_TOO_LARGE, Optional.empty(), List.of());
  }

  /// Too many ask at once.
  public static Declined busy() {
    return new Declined(HttpStatus.SERVICE_UNAVAILABLE, Optional.empty(), List.of());
  }

  public HttpStatus status() {
    return status;
  }

  public Optional<Refusal> refusal() {
    return refusal;
  }

  public List<?> faults() {
    return faults;
  }
}
