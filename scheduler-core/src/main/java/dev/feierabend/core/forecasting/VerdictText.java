package dev.feierabend.core.forecasting;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// A verdict as a sentence for people: German for a German locale, English for every other.
public final class VerdictText {
  private static final String BUNDLE = "dev.feierabend.core.forecasting.verdicts";

  private final Locale locale;
  private final ResourceBundle bundle;

  public VerdictText(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// Whether the forecast is used and why, or what is used instead.
  public String of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Trusted(var backtest) -> trusted(backtest);
      case Verdict.NotBetter(var backtest, var than) ->
          say("not-better", bundle.getString(than.name()), backtest.hours());
      case Verdict.Borrowed(var known, var similar, var score) ->
          say("borrowed", known, similar, score.coverage());
      case Verdict.TooLittle(var known, var needed) -> say("too-little", known, needed);
    };
  }

  /// How it is known what a workload needs, and whether its load drifts where that has a say.
  public String of(Need need) {
    return need.source() == Need.Source.SIZE || !need.drift().noticed()
        ? source(need)
        : source(need) + " " + drift(need.drift());
  }

  private String drift(Drift drift) {
    return say(drift.shift() < 0 ? "drift-down" : "drift-up", Math.abs(drift.shift()));
  }

  private String source(Need need) {
    return switch (need.source()) {
      case FORECAST ->
          need.verdict().map(this::of).orElseGet(() -> bundle.getString("no-forecast"));
      case RECORDED ->
          need.verdict()
              .map(verdict -> verdict.usable() ? bundle.getString("untold") : of(verdict))
              .orElseGet(() -> bundle.getString("no-forecast"));
      case SIZE -> bundle.getString("size");
    };
  }

  private String trusted(Backtest backtest) {
    double less = 1 - backtest.loss() / backtest.loss(Rule.LAST_WEEK);
    return say("trusted", backtest.coverage(), backtest.level(), less, backtest.hours());
  }

  private String say(String key, Object... about) {
    return new MessageFormat(bundle.getString(key), locale).format(about);
  }
}
