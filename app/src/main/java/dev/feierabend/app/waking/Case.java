package dev.feierabend.app.waking;

import dev.feierabend.app.waking.Stage.Done;
import dev.feierabend.app.waking.Stage.Looking;
import dev.feierabend.app.waking.Stage.Pressing;
import dev.feierabend.app.waking.Stage.Resting;
import dev.feierabend.app.waking.Stage.Settling;
import dev.feierabend.app.waking.Stage.Waiting;
import dev.feierabend.app.waking.Stage.Watching;
import dev.feierabend.policies.fleet.WakeList.Sleeper;
import java.time.Duration;
import java.time.Instant;

/// One host on its way. What a word means depends on how far it has come.
///
/// @param asked whether it was ever asked to switch on
/// @param failures how often in vain
/// @param last why, at last
record Case(Sleeper host, Stage stage, boolean asked, int failures, String last) {
  static final String UNANSWERED = "no answer yet";
  private static final String STAYS_OFF = "it was switched on, and is off all the same";

  static Case of(Sleeper host, Instant at) {
    return new Case(host, new Resting(at), false, 0, UNANSWERED);
  }

  /// Nobody tells whether it is on: it can only be asked.
  boolean blind() {
    return host.control().wakesOnly();
  }

  /// Whether nothing has been heard of it yet.
  boolean unheard() {
    return failures == 0
        && !asked
        && switch (stage) {
          case Resting _, Looking _ -> true;
          case Waiting _, Pressing _, Settling _, Watching _, Done _ -> false;
        };
  }

  Case in(Stage next) {
    return new Case(host, next, asked, failures, last);
  }

  /// When it has something to do besides waiting for a turn or for a word.
  Instant due() {
    return switch (stage) {
      case Resting(var until) -> until;
      case Settling(var look, _) -> look;
      case Looking _, Waiting _, Pressing _, Watching _, Done _ -> Instant.MAX;
    };
  }

  Case hears(Word word, Pace pace, Instant began, Instant at) {
    return switch (word) {
      case Word.On _ ->
          in(new Done(asked ? new Fate.Woken(Duration.between(began, at)) : new Fate.WasOn()));
      case Word.Taken _ ->
          new Case(
              host,
              blind()
                  ? new Done(new Fate.Sent())
                  : new Settling(at.plus(pace.look()), at.plus(pace.settle())),
              true,
              failures,
              STAYS_OFF);
      case Word.Off _ ->
          stage instanceof Watching(var until)
              ? unsettled(until, STAYS_OFF, pace, at)
              : in(new Waiting());
      case Word.Failed(var because) ->
          stage instanceof Watching(var until)
              ? unsettled(until, because, pace, at)
              : failed(because, pace, at);
    };
  }

  private Case unsettled(Instant until, String because, Pace pace, Instant at) {
    return at.isBefore(until)
        ? new Case(host, new Settling(at.plus(pace.look()), until), asked, failures, because)
        : failed(because, pace, at);
  }

  /// Its turn is another's; it is tried again later. What failed may have been heard all the same.
  private Case failed(String because, Pace pace, Instant at) {
    int more = failures + 1;
    boolean maybe = asked || stage instanceof Pressing;
    return new Case(host, new Resting(at.plus(pace.after(more))), maybe, more, because);
  }

  Fate fate() {
    return stage instanceof Done(var fate) ? fate : new Fate.Left(last);
  }
}
