package dev.feierabend.hypervisor.ipmi;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.hypervisor.ipmi.Heard.Said;
import dev.feierabend.hypervisor.ipmi.Heard.Silence;
import dev.feierabend.hypervisor.login.Discreet;
import dev.feierabend.hypervisor.login.Door;
import dev.feierabend.hypervisor.switching.Look;
import dev.feierabend.hypervisor.switching.Press;
import java.time.InstantSource;
import java.util.List;

/// The way to one board, with the login that counts now.
final class IpmiLine {
  private final IpmiBoard board;
  private final Ipmi ipmi;
  private final Door door;
  private volatile boolean softOffMissing;

  IpmiLine(IpmiBoard board, Ipmi ipmi, InstantSource clock) {
    this.board = board;
    this.ipmi = ipmi;
    this.door = new Door(board.where(), board.credentials(), clock);
  }

  Heard ask(List<String> command) {
    return door.through(
        new Door.Errand<>(
            login -> ipmi.ask(board, login, command),
            IpmiLine::verdict,
            barred -> new Silence(new Look.Hidden(barred.answer(), barred.because()))));
  }

  /// Of `ipmitool`'s words for a chassis these two alone are ever used: `off`, `cycle` and `reset`
  /// force.
  Answer press(Press press) {
    String word =
        switch (press) {
          case ON -> "on";
          case SOFT_OFF -> "soft";
        };
    return switch (ask(List.of("chassis", "power", word))) {
      case Said said -> {
        softOffMissing |= press == Press.SOFT_OFF && IpmiWords.knowsNoSuchCommand(said);
        yield IpmiWords.pressed(press, said);
      }
      case Silence(var because) -> because.answer();
    };
  }

  /// False once the board has said that it knows no graceful way.
  boolean offersSoftOff() {
    return !softOffMissing;
  }

  String where() {
    return board.where();
  }

  Discreet discreet() {
    return door.discreet();
  }

  private static Door.Verdict verdict(Heard heard) {
    return switch (heard) {
      case Said said when said.exit() == 0 -> Door.Verdict.ACCEPTED;
      case Said said when IpmiWords.refusesLogin(said) -> Door.Verdict.REFUSED;
      case Said _, Silence _ -> Door.Verdict.NONE;
    };
  }
}
