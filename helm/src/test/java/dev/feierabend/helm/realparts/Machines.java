package dev.feierabend.helm.realparts;

import dev.feierabend.testservers.IpmiSimulator;
import dev.feierabend.testservers.RedfishEmulator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;

/// Six machines: half of them are switched by Redfish, half by IPMI.
///
/// @param boards one for each machine that IPMI switches
record Machines(List<Machine> all, RedfishEmulator emulator, List<IpmiSimulator> boards)
    implements AutoCloseable {
  static final int EACH = 3;

  /// @param ways to the controllers
  static Machines start(Ways ways) {
    List<UUID> systems = IntStream.rangeClosed(1, EACH).mapToObj(Machines::uuid).toList();
    var emulator =
        RedfishEmulator.start(
            new TreeMap<>(systems.stream().collect(Collectors.toMap(it -> it, _ -> true))));
    Map<UUID, IpmiSimulator> boards =
        IntStream.rangeClosed(EACH + 1, 2 * EACH)
            .mapToObj(Machines::uuid)
            .collect(Collectors.toMap(it -> it, IpmiSimulator::of, (one, _) -> one, TreeMap::new));
    var all = new ArrayList<Machine>();
    for (UUID system : systems) {
      String node = "n" + (all.size() + 1);
      all.add(
          new RedfishMachine(
              node, system.toString(), emulator, ways.to(node, emulator.uri(), standard())));
    }
    boards.forEach((uuid, board) -> {
      String node = "n" + (all.size() + 1);
      all.add(new IpmiMachine(node, uuid.toString(), board, ways.toBoard(node, board.address())));
    });
    return new Machines(all, emulator, List.copyOf(boards.values()));
  }

  private static SSLContext standard() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has one", e);
    }
  }

  private static UUID uuid(int number) {
    return new UUID(0x4c4c_4544_0042_3510L, 0x8051_b4c0_4f4d_4b00L | number);
  }

  Machine of(String node) {
    return all.stream().filter(it -> it.node().equals(node)).findFirst().orElseThrow();
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
