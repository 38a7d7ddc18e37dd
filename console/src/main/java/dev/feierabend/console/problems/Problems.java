package dev.feierabend.console.problems;

import dev.feierabend.core.kernel.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/// Makes problem details (RFC 9457) in German or English.
public final class Problems {
  private static final Object[] NONE = {};

  private final MessageSource messages;

  Problems(MessageSource messages) {
    this.messages = messages;
  }

  ProblemDetail of(Declined declined, Locale locale) {
    ProblemDetail problem = of(declined.status(), locale);
    declined
        .refusal()
        .ifPresent(refusal -> {
          problem.setProperty("code", refusal.code());
          problem.setDetail(sentence(refusal, locale));
        });
    if (!declined.faults().isEmpty()) {
      problem.setProperty("faults", declined.faults());
    }
    return problem;
  }

  ProblemDetail of(HttpStatusCode status, Locale locale) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    String key = "problem." + status.value();
    problem.setTitle(said(key + ".title", locale, problem.getTitle()));
    problem.setDetail(said(key, locale, null));
    return problem;
  }

  /// The core speaks English; where there is a sentence for the code in the caller's language, that
  /// is told.
  public String sentence(Refusal refusal, Locale locale) {
    @Nullable String own = said("refusal." + refusal.code(), locale, null);
    return own == null ? refusal.sentence() : own;
  }

  private @Nullable String said(String key, Locale locale, @Nullable String otherwise) {
    return messages.getMessage(key, NONE, otherwise, locale);
  }
}
