package dev.feierabend.core.reporting;

import static dev.feierabend.core.reporting.Wording.shortened;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.evaluation.BecauseText;
import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Tells why something slept or was awake as one sentence, in German or English. Instants are told
/// as local times of `zone`; `names` gives machines and actors the names that people know them by.
public final class WhySentence {
  private final Wording wording;
  private final Locale locale;
  private final ZoneId zone;
  private final DateTimeFormatter clock;
  private final UnaryOperator<String> names;

  public WhySentence(Locale locale, ZoneId zone, UnaryOperator<String> names) {
    this.wording = new Wording(locale);
    this.locale = locale;
    this.zone = zone;
    this.clock = DateTimeFormatter.ofPattern(wording.pattern("why-time"), locale).withZone(zone);
    this.names = names;
  }

  public String of(Why why) {
    var clauses = new StringJoiner("; ");
    clauses.add(cause(why.cause()));
    why.agreements().forEach(basis -> clauses.add(basis(basis)));
    why.plan().ifPresent(plan -> clauses.add(plan(plan)));
    course(why.course()).ifPresent(clauses::add);
    why.beneath().ifPresent(beneath -> beneath(beneath, clauses));
    return wording.say(state(why), subject(why), time(why.at()), clauses);
  }

  private static String state(Why why) {
    String state = why.state().name().toLowerCase(Locale.ROOT);
    return why.subject() instanceof Subject.OfHost ? "why-host-" + state : "why-" + state;
  }

  private String subject(Why why) {
    String name = names.apply(why.subject().id());
    return why.members()
        .map(members -> wording.say("why-members", name, members.these(), members.all()))
        .orElse(name);
  }

  private String cause(Cause cause) {
    return switch (cause) {
      case Cause.Released(var agreement, _, var rule, var line, var until) ->
          wording.say("why-released", agreement, time(until), rule(rule, line));
      case Cause.Planned(var reason) -> new HostWords(wording, this::time, names).of(reason);
      case Cause.GivenBack(var since, var readyBy) ->
          readyBy
              .map(due -> wording.say("why-due", time(since), time(due)))
              .orElseGet(() -> wording.say("why-given-back", time(since)));
      case Cause.Changed(var expected, var found, var by, var at, var until) ->
          wording.changed("why-changed", by, expected, found, time(at), time(until));
      case Cause.Frozen(var scope, var by, var because, var since) ->
          wording.say("why-frozen", whose(scope), person(by), time(since), because);
      case Cause.Overridden(var by, var because, var since, var until) ->
          wording.say("why-overridden", person(by), time(until), time(since), because);
      case Cause.Failed(var because) -> wording.say("why-failed", because);
      case Cause.Shadow() -> wording.say("why-shadow");
      case Cause.NotItsTurn() -> wording.say("why-not-its-turn");
      case Cause.Skipped(var reason) -> wording.say("why-skipped", wording.reason(reason));
      case Cause.Wanted(var wishes) ->
          wishes.stream().map(this::wish).collect(Collectors.joining("; "));
      case Cause.NotAgreed() -> wording.say("why-not-agreed");
      case Cause.NotPlanned() -> wording.say("why-not-planned");
    };
  }

  private String rule(String rule, Optional<Integer> line) {
    return line.map(number -> wording.say("why-rule", rule, number)).orElse(rule);
  }

  private String wish(Cause.Wish wish) {
    String because = BecauseText.of(wish.because(), locale, zone);
    String clause = because.endsWith(".") ? because.substring(0, because.length() - 1) : because;
    return wording.say("why-wanted", wish.agreement(), clause);
  }

  private String basis(Why.Basis basis) {
    String author =
        basis
            .drafter()
            .filter(drafter -> !drafter.equals(basis.author()))
            .map(drafter -> wording.say("why-drafted", person(basis.author()), person(drafter)))
            .orElseGet(() -> person(basis.author()));
    String approver =
        basis
            .inPlaceOf()
            .map(other -> wording.say("why-in-place", person(basis.approver()), person(other)))
            .orElseGet(() -> person(basis.approver()));
    return wording.say(
        "why-basis",
        shortened(basis.digest()),
        basis.agreement(),
        author,
        time(basis.proposed()),
        approver,
        time(basis.approved()));
  }

  private String plan(Why.Plan plan) {
    return wording.say("why-plan", time(plan.at()), wording.mode(plan.mode()));
  }

  private Optional<String> course(Why.Course course) {
    return course
        .begun()
        .map(begun ->
            course
                .seen()
                .map(seen -> wording.say("why-seen", time(begun), time(seen)))
                .orElseGet(() -> wording.say("why-begun", time(begun))));
  }

  private void beneath(Why.Beneath beneath, StringJoiner clauses) {
    clauses.add(
        beneath
            .node()
            .map(node ->
                beneath
                    .host()
                    .map(host -> risen(beneath, host, node))
                    .orElseGet(
                        () -> wording.say("why-guest-stays", beneath.hypervisor(), time(node))))
            .orElseGet(() -> wording.say("why-guest", beneath.hypervisor())));
    beneath.work().ifPresent(work -> clauses.add(wording.say("why-guest-woken", time(work))));
  }

  private String risen(Why.Beneath beneath, Why.Begun host, Instant node) {
    return wording.say(
        "why-guest-risen",
        beneath.hypervisor(),
        names.apply(host.host().toString()),
        time(host.at()),
        time(node));
  }

  private String whose(Owner owner) {
    return wording.whose(owner);
  }

  private String person(ActorId actor) {
    return names.apply(actor.value());
  }

  private String time(Instant at) {
    return clock.format(at);
  }
}
