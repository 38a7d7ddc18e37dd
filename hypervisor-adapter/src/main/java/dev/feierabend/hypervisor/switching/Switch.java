package dev.feierabend.hypervisor.switching;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import java.time.InstantSource;
import java.util.function.Supplier;

/// Switches one machine. What was accepted is remembered until its effect is seen or can't be
/// expected any more: boards mix up a second press that comes before. A refusal is not believed
/// either: who refuses to switch off what is off has nothing left to do.
public final class Switch {
  private final MachineId id;
  private final Supplier<Look> eye;
  private final Settling settling;

  public Switch(MachineId id, Supplier<Look> eye, Deadlines deadlines, InstantSource clock) {
    this.id = id;
    this.eye = eye;
    this.settling = new Settling(deadlines, clock);
  }

  public synchronized Power state() {
    return switch (look()) {
      case Look.Seen(var view) -> view.power();
      case Look.Hidden _ -> Power.UNKNOWN;
    };
  }

  public synchronized Answer reach(Press press) {
    return switch (look()) {
      case Look.Seen(var view) -> reach(press, view);
      case Look.Hidden hidden -> hidden.answer();
    };
  }

  private Look look() {
    Look look = eye.get();
    if (look instanceof Look.Seen(var view)) {
      settling.sees(view.power());
    }
    return look;
  }

  private Answer reach(Press press, View view) {
    if (settling.mayCome(other(press)) || view.onTheWayTo(other(press).wanted())) {
      return new Answer.Unknown("Another switch of %s is settling; ask again".formatted(id));
    }
    if (settling.awaits(press) || view.onTheWayTo(press.wanted()) || isThere(press, view)) {
      return Answer.DONE;
    }
    if (press == Press.SOFT_OFF && view.power() == Power.UNKNOWN) {
      return new Answer.Unknown(
          "Expected %s to be on but its power is %s".formatted(id, view.told()));
    }
    if (press == Press.SOFT_OFF && settling.isDeaf()) {
      return new Answer.Refused(
          "Expected %s to shut down within %s, but it was asked %d times and is on; look at its operating system"
              .formatted(id, settling.shutdown(), Settling.TRIES));
    }
    return pressed(press, view);
  }

  private Answer pressed(Press press, View view) {
    Answer answer = view.press(press);
    return switch (answer) {
      case Answer.Done _ -> {
        settling.begin(press);
        yield answer;
      }
      case Answer.Refused _, Answer.NotYet _ -> isSoAnyway(press) ? Answer.DONE : answer;
      case Answer.Unknown _, Answer.StillAsked _ -> {
        settling.suspect(press);
        yield answer;
      }
    };
  }

  private boolean isSoAnyway(Press press) {
    return look() instanceof Look.Seen(var view)
        && (isThere(press, view) || view.onTheWayTo(press.wanted()));
  }

  private static boolean isThere(Press press, View view) {
    return view.power() == press.wanted();
  }

  private static Press other(Press press) {
    return press == Press.ON ? Press.SOFT_OFF : Press.ON;
  }
}
