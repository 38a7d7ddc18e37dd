package dev.feierabend.core.reporting;

import static java.util.stream.Collectors.joining;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.Exemption;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.planning.Setter;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The message bundle behind sentences.
public final class Wording {
  private static final int MOST_TOLD = 5;

  private final Locale locale;
  private final ResourceBundle bundle;

  public Wording(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "dev.feierabend.core.reporting.sentences",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String pattern(String key) {
    return bundle.getString(key);
  }

  String say(String key, Object... about) {
    Object[] told = new Object[about.length];
    for (int i = 0; i < about.length; i++) {
      told[i] = about[i] instanceof Number ? about[i] : String.valueOf(about[i]);
    }
    return new MessageFormat(bundle.getString(key), locale).format(told);
  }

  /// What `by` does to a workload, and what ends that.
  String kept(String key, Setter by, Object... about) {
    return say(key, with(about, setter(by), remedy("remedy", by)));
  }

  /// That somebody changed something, a program for the second time.
  String changed(String key, Optional<Setter> by, Object... about) {
    String whoever = by.map(this::setter).orElseGet(() -> say(key + "-somebody"));
    Optional<Setter> keeper = by.filter(Setter::keeps);
    String end = keeper.map(it -> remedy(key + "-remedy", it)).orElse("");
    return say(keeper.isPresent() ? key + "-again" : key, with(about, whoever, end));
  }

  private String setter(Setter by) {
    return by.source().map(source -> say("setter", by.name(), source)).orElse(by.name());
  }

  private String remedy(String key, Setter by) {
    return by.remedy().map(remedy -> say(key, by.source().orElse(by.name()), remedy)).orElse("");
  }

  private static Object[] with(Object[] about, String... more) {
    return Stream.concat(Arrays.stream(about), Arrays.stream(more)).toArray();
  }

  /// The beginning of a digest, enough to tell two apart.
  static String shortened(String digest) {
    return digest.substring(0, Math.min(8, digest.length()));
  }

  String whose(Owner owner) {
    return switch (owner) {
      case Owner.Operator _ -> say("operator");
      case Owner.Customer(var tenant) -> tenant.toString();
    };
  }

  String mode(Mode mode) {
    return say("mode-" + key(mode));
  }

  /// As it stands in the bundle's keys.
  static String key(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  String step(Step step, UnaryOperator<String> names) {
    return verb(verbOf(step), names.apply(step.subject()));
  }

  /// An action by its id: `<verb>/<subject>@<transition>#<count>`.
  String action(ActionId action, UnaryOperator<String> names) {
    String text = action.value();
    int verbEnds = text.indexOf('/');
    int subjectEnds = text.indexOf('@');
    return subjectEnds < verbEnds || verbEnds < 0
        ? text
        : verb(text.substring(0, verbEnds), names.apply(text.substring(verbEnds + 1, subjectEnds)));
  }

  private String verb(String verb, String subject) {
    return say("step-" + verb, subject);
  }

  private static String verbOf(Step step) {
    return switch (step) {
      case Step.Sleep _ -> "sleep";
      case Step.Wake _ -> "wake";
      case Step.Cordon _ -> "cordon";
      case Step.Drain _ -> "drain";
      case Step.PowerOff _ -> "power-off";
      case Step.PowerOn _ -> "power-on";
      case Step.Admit _ -> "admit";
    };
  }

  /// A reason as a clause.
  public String reason(Reason reason) {
    return switch (reason) {
      case Reason.Released(var agreement, var digest, var rule, var until) ->
          say("because-released", agreement, rule, until, digest.substring(0, 8));
      case Reason.ReleasedAbove(var released, var lowest) ->
          say("because-released-above", reason(released), lowest);
      case Reason.Due(var agreement, var readyBy) -> say("because-due", agreement, readyBy);
      case Reason.NoLongerReleased() -> say("because-no-longer-released");
      case Reason.FitsElsewhere(var needed, var reserve, var hosts) ->
          say("because-fits-elsewhere", needed, hosts, reserve);
      case Reason.Needed() -> say("because-needed");
      case Reason.Reserve(var hosts) -> say("because-reserve", hosts);
      case Reason.Floor(var hosts) -> say("because-floor", hosts);
      case Reason.ShareNotReleased(var percent) -> say("because-share", percent);
      case Reason.OfConsolidation host ->
          new HostWords(this, Instant::toString, UnaryOperator.identity()).of(host);
      case Reason.Protection protection -> protection(protection);
      case Reason.OfDrill drill ->
          new HostWords(this, Instant::toString, UnaryOperator.identity()).of(drill);
      case Reason.OfWake wake ->
          new HostWords(this, Instant::toString, UnaryOperator.identity()).of(wake);
      case Reason.Quarantined(var because) -> say("because-quarantined", because);
      case Reason.HeldBack(var because, var until) -> say("because-held-back", because, until);
      case Reason.LeftToPerson(var until) -> say("because-left-to-person", until);
      case Reason.Frozen() -> say("because-frozen");
      case Reason.Doubt(var what) -> say("because-doubt", what);
      case Reason.WouldNotPayBack() -> say("because-would-not-pay-back");
      case Reason.Busy(var workload, var found, var from, var minutes) ->
          say("because-busy", workload, found, from, minutes);
      case Reason.Surge(var pool, var found, var from, var minutes) ->
          say("because-surge", pool, found, from, minutes);
      case Reason.Exempt exempt -> exempt(exempt);
      case Reason.Staged(var percent, var since) -> say("because-staged", percent, since);
      case Reason.EverythingAwake() -> say("because-everything-awake");
    };
  }

  private String protection(Reason.Protection protection) {
    return switch (protection) {
      case Reason.Untouchable() -> say("because-untouchable");
      case Reason.Unswitchable() -> say("because-unswitchable");
      case Reason.ControlPlane(var seen) -> say("because-control-plane", seen);
      case Reason.Labelled(var label) -> say("because-labelled", label);
      case Reason.OwnHost(var pod) -> say("because-own-host", pod);
      case Reason.StoresHost(var pod) -> say("because-stores-host", pod);
      case Reason.Quorum(var store, var pod) -> say("because-quorum", pod, store);
      case Reason.Tied(var pod, var tie) -> say(tied(tie), pod);
      case Reason.Unlisted(var guest) -> say("because-unlisted", guest);
      case Reason.SelfWilled(var cluster) -> say("because-self-willed", cluster);
      case Reason.OffTheWakeList(var kind) -> say("because-off-the-wake-list", kind);
    };
  }

  /// Of many the first few, and how many there are.
  private String exempt(Reason.Exempt reason) {
    List<Exemption> all = reason.exemptions();
    String told =
        all.stream()
            .limit(MOST_TOLD)
            .map(it -> say(exempt(it.ground()), it.workload(), it.seen()))
            .collect(joining("; "));
    return all.size() > MOST_TOLD ? say("because-exempt", told, all.size()) : told;
  }

  private static String exempt(Exemption.Ground ground) {
    return switch (ground) {
      case DATA_LOST -> "because-exempt-data-lost";
      case PAUSED -> "because-exempt-paused";
      case RECIPE -> "because-exempt-recipe";
      case STORE -> "because-exempt-store";
    };
  }

  private static String tied(Reason.Tie tie) {
    return switch (tie) {
      case NO_CONTROLLER -> "because-tied-no-controller";
      case NOT_SAFE_TO_EVICT -> "because-tied-not-safe";
      case OWN_DISK -> "because-tied-own-disk";
      case BUDGET -> "because-tied-budget";
      case PLACE -> "because-tied-place";
    };
  }
}
