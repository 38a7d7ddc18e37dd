package dev.feierabend.hypervisor.ipmi;

import dev.feierabend.core.acting.PowerController;
import dev.feierabend.hypervisor.ipmi.Heard.Said;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.hypervisor.switching.Deadlines;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// A board that says what a test wants, in the words of `ipmitool`.
final class PlayedBoard implements Ipmi {
  static final MachineId MACHINE = MachineId.of("00112233-4455-6677-8899-aabbccddeeff");

  final List<String> asked = new ArrayList<>();
  final Map<String, Supplier<Heard>> answers = new HashMap<>();
  Login login = new Login("feierabend", "geheim-4711");
  Instant now = Instant.parse("2026-11-23T19:00:00Z");

  PlayedBoard() {
    says("mc guid", "System GUID  : 00112233-4455-6677-8899-aabbccddeeff\n");
    says("chassis power status", "Chassis Power is on\n");
    says("chassis power on", "Chassis Power Control: Up/On\n");
    says("chassis power soft", "Chassis Power Control: Soft\n");
    fails("dcmi power reading", "DCMI request failed because: Invalid command (c1)\n");
  }

  void says(String command, String out) {
    answers.put(command, () -> new Said(0, out, ""));
  }

  void fails(String command, String complaint) {
    answers.put(command, () -> new Said(1, "", complaint));
  }

  void isSilent() {
    answers.replaceAll((_, _) -> () -> new Heard.Silence("no answer within 15000 ms"));
  }

  PowerController controller() {
    IpmiBoard board = IpmiBoard.at("bmc-7.example", () -> login);
    return IpmiPower.over(this, Map.of(MACHINE, board), Deadlines.USUAL, () -> now);
  }

  @Override
  public Heard ask(IpmiBoard board, Login with, List<String> command) {
    String words = String.join(" ", command);
    asked.add(words);
    return answers.get(words).get();
  }
}
