package dev.feierabend.hypervisor.ipmi;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.ipmi.Heard.Said;
import dev.feierabend.hypervisor.switching.Press;
import dev.feierabend.hypervisor.switching.SystemUuid;
import dev.feierabend.policies.terms.Watts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads what `ipmitool` 1.8.18 and newer writes. What isn't exactly that says nothing.
final class IpmiWords {
  private static final Pattern POWER = Pattern.compile("(?m)^Chassis Power is (on|off)\\s*$");
  private static final Pattern WATTS =
      Pattern.compile("(?m)^\\s*Instantaneous power reading:\\s+([0-9]{1,6}) Watts\\s*$");
  private static final Pattern MEASURING =
      Pattern.compile("(?m)^\\s*Power reading state is:\\s+activated\\s*$");
  private static final Pattern GUID =
      Pattern.compile(
          "(?m)^System GUID\\s*:\\s*([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\\s*$");

  /// What a board finds wrong with a login, in the protocol's words (IPMI 2.0, table 13-15).
  private static final Pattern STRANGER =
      Pattern.compile(
          "(?i)RAKP 2 HMAC is invalid|unauthorized name|unauthorized role|invalid role"
              + "|invalid integrity check value|invalid user ?name|invalid password");

  /// What it says of a command that it doesn't know (table 5-2), whatever state it is in.
  private static final Pattern NO_SUCH_COMMAND =
      Pattern.compile("(?i)invalid command|command disabled|invalid data field|out of range");

  /// Further codes after which nothing has changed.
  private static final Pattern NO =
      Pattern.compile("(?i)insufficient privilege|not supported in present state");

  /// What it tells of its own preparations before it comes to what it was asked.
  private static final Pattern NOISE =
      Pattern.compile(
          "IANA PEN|Channel Cipher Suites|HPM.x Capabilities|VSO Capabilities|IPMB address"
              + "|^Invalid completion code received|^Using best available");

  private IpmiWords() {}

  static Power power(Said said) {
    List<String> found = matches(POWER, said.out());
    if (said.exit() != 0 || found.size() != 1) {
      return Power.UNKNOWN;
    }
    return found.getFirst().equals("on") ? Power.ON : Power.OFF;
  }

  /// Empty where it measures nothing now.
  static Optional<Watts> watts(Said said) {
    List<String> found = matches(WATTS, said.out());
    return said.exit() == 0 && found.size() == 1 && MEASURING.matcher(said.out()).find()
        ? Optional.of(new Watts(Double.parseDouble(found.getFirst())))
        : Optional.empty();
  }

  /// Empty where the board names no machine.
  static Optional<UUID> guid(Said said) {
    return matches(GUID, said.out()).stream()
        .flatMap(guid -> SystemUuid.told(guid).stream())
        .findFirst();
  }

  static boolean refusesLogin(Said said) {
    return said.exit() != 0 && STRANGER.matcher(said.beside()).find();
  }

  static boolean knowsNoSuchCommand(Said said) {
    return said.exit() != 0 && NO_SUCH_COMMAND.matcher(last(said)).find();
  }

  /// What a press came to: done where it says so, refused where the board says so; after all else
  /// it may have been taken.
  static Answer pressed(Press press, Said said) {
    String taken =
        press == Press.ON ? "Chassis Power Control: Up/On" : "Chassis Power Control: Soft";
    if (said.exit() == 0) {
      return said.out().lines().map(String::strip).anyMatch(taken::equals)
          ? Answer.DONE
          : new Answer.Unknown(complaint(said));
    }
    return refused(said)
        ? new Answer.Refused(complaint(said))
        : new Answer.Unknown(complaint(said));
  }

  /// The board said that it won't, and nothing has changed.
  static boolean refused(Said said) {
    return knowsNoSuchCommand(said) || (said.exit() != 0 && NO.matcher(last(said)).find());
  }

  /// Its last line, which says why.
  static String complaint(Said said) {
    String last = last(said);
    return last.isEmpty()
        ? "ipmitool ended with %d and said nothing".formatted(said.exit())
        : "ipmitool: " + last;
  }

  private static String last(Said said) {
    return (said.out() + "\n" + said.beside())
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !NOISE.matcher(line).find())
        .reduce("", (_, line) -> line);
  }

  private static List<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }
}
