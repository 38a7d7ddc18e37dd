package dev.feierabend.helm.realparts;

import dev.feierabend.testservers.IpmiSimulator;
import dev.feierabend.testservers.RedfishEmulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Six machines: half of them are switched by Redfish, half by IPMI.
///
/// @param boards one for each machine that IPMI switches
record Machines(List<Machine> all, RedfishEmulator emulator, List<IpmiSimulator> boards)
    implements AutoCloseable {
  static final int EACH = 3;

  static Machines start() {
    List<UUID> systems = IntStream.rangeClosed(1, EACH).mapToObj(Machines::uuid).toList();
    var emulator =
        RedfishEmulator.start(
            new TreeMap<>(systems.stream().collect(Collectors.toMap(it -> it, _ -> true))));
    Map<UUID, IpmiSimulator> boards =
        IntStream.rangeClosed(EACH + 1, 2 * EACH)
            .mapToObj(Machines::uuid)
            .collect(Collectors.toMap(it -> it, IpmiSimulator::of, (one, _) -> one, TreeMap::new));
    var all = new ArrayList<Machine>();
    systems.forEach(it ->
        all.add(new RedfishMachine("n" + (all.size() + 1), it.toString(), emulator, emulator.uri())));
    boards.forEach((uuid, board) ->
        all.add(
            new IpmiMachine("n" + (all.size() + 1), uuid.toString(), board, board.address())));
    return new Machines(all, emulator, List.copyOf(boards.values()));
  }

  private static UUID uuid(int number) {
    return new UUID(0x4c4c_4544_0042_3510L, 0x8051_b4c0_4f4d_4b00L | number);
  }

  String told() {
    return "%d Redfish systems and %d IPMI boards".formatted(EACH, boards.size());
  }

  @Override
  public void close() {
    emulator.close();
    boards.forEach(IpmiSimulator::close);
  }
}
