package dev.feierabend.console.pages;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.problems.Misfit;
import dev.feierabend.console.problems.Problems;
import dev.feierabend.core.kernel.Refusal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.FieldError;

/// Says at which field of a form something is wrong, and what, in the reader's language.
final class Corrections {
  private static final String KEY = "wrong.";

  /// Which field a refusal is about; others are about the whole form.
  private static final Map<String, String> FIELDS =
      Map.of(
          "bad-end", "until",
          "bad-term", "until",
          "bad-drill-time", "until",
          "own-deputy", "deputy");

  private final MessageSource messages;
  private final Problems problems;

  Corrections(MessageSource messages, Problems problems) {
    this.messages = messages;
    this.problems = problems;
  }

  /// What can't be read of it.
  Returned of(HandedIn form) {
    var wrong = new LinkedHashMap<String, String>();
    for (FieldError error : form.read().getFieldErrors()) {
      wrong.putIfAbsent(error.getField(), sentence(error, form.reader().locale()));
    }
    return new Returned(form.form(), wrong);
  }

  /// Why what it asks for was declined.
  ///
  /// @throws Declined where that is nothing a form could be corrected by
  Returned of(HandedIn form, Declined declined) {
    Locale locale = form.reader().locale();
    var wrong = new LinkedHashMap<String, String>();
    declined
        .refusal()
        .ifPresent(refusal ->
            wrong.put(FIELDS.getOrDefault(refusal.code(), ""), sentence(refusal, locale)));
    for (Object fault : declined.faults()) {
      if (fault instanceof Misfit(var where, _, var found)) {
        wrong.putIfAbsent(where.replaceFirst("\\[.*", ""), said(KEY + "foreign", locale, found));
      }
    }
    if (wrong.isEmpty()) {
      throw declined;
    }
    return new Returned(form.form(), wrong);
  }

  private String sentence(FieldError error, Locale locale) {
    String[] codes = error.getCodes() == null ? new String[0] : error.getCodes();
    String[] keys = Arrays.stream(codes).map(KEY::concat).toArray(String[]::new);
    Object[] found = {error.getRejectedValue()};
    return messages.getMessage(
        new DefaultMessageSourceResolvable(keys, found, error.getDefaultMessage()), locale);
  }

  /// The page has words of its own where the core's would tell instants.
  private String sentence(Refusal refusal, Locale locale) {
    String otherwise = problems.sentence(refusal, locale);
    String said = messages.getMessage(KEY + refusal.code(), null, otherwise, locale);
    return said == null ? otherwise : said;
  }

  private String said(String key, Locale locale, Object... words) {
    return messages.getMessage(key, words, locale);
  }
}
