package dev.feierabend.testservers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A Proxmox VE cluster that exists only in fakepve, with migration, nodes' power and figures made
/// real, over TLS with a certificate of its own. Its time runs twenty times as fast: a guest needs
/// a quarter of a second to shut down, a node one to leave and one and a half to come back.
public final class ProxmoxEmulator extends Emulator {
  public static final String USER = "feierabend@pve";
  public static final String TOKEN = USER + "!night";

  /// So many seconds of the emulator's pass in one.
  public static final int AS_FAST = 20;

  private static final int FIRST_NUMBER = 100;

  /// What the user may, as a provider would grant it.
  private static final String RIGHTS =
      "\"VM.Audit\", \"VM.Migrate\", \"VM.PowerMgmt\", \"Sys.Audit\", \"Sys.PowerMgmt\", \"Datastore.Audit\"";

  /// What there is in it: nodes `pve1`, `pve2` and so on, the last of which can't be woken, and
  /// guests that run.
  ///
  /// @param secret the user's password, and the token's secret
  public record Plan(int nodes, List<Guest> guests, String secret) {
    public Plan {
      guests = List.copyOf(guests);
    }
  }

  /// @param node on which it runs, from 1
  public record Guest(String name, int node, Kind kind) {
    /// By which it is known: what its firmware shows.
    public UUID uuid() {
      return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }
  }

  public enum Kind {
    /// A virtual machine on disks that every node reaches.
    FREE,
    /// One on a disk of its node.
    TIED,
    /// One that the HA manager looks after.
    HIGHLY_AVAILABLE,
    /// One that doesn't shut down when it is asked to.
    DEAF,
    CONTAINER,
    /// Another container, for whoever switches it off.
    MOVABLE_CONTAINER
  }

  private ProxmoxEmulator(Place place, List<String> command) {
    super("fakepve", place, command);
  }

  /// Starts one; where it can't be had here, the test is skipped.
  public static ProxmoxEmulator start(Plan plan) {
    BuiltServer built = RealServers.require(Server.PROXMOX);
    Place place = Place.of("proxmox");
    return new ProxmoxEmulator(
        place,
        List.of(
            built.home().resolve("python/bin/python").toString(),
            built.settings().resolve("proxmox/emulator.py").toString(),
            place.write("plan.json", json(plan, place.port())).toString(),
            place.folder().toString()));
  }

  private static String json(Plan plan, int port) {
    return """
    {"port": %d, "password": "not-for-tests", "timeScale": %s, "users": {"%s": "%s"},
     "tokens": {"%s": "%s"}, "grants": {"%s": {"/": [%s]}}, "nodes": [%s], "guests": [%s]}
    """
        .formatted(
            port,
            1.0 / AS_FAST,
            USER,
            plan.secret(),
            TOKEN,
            plan.secret(),
            USER,
            RIGHTS,
            IntStream.rangeClosed(1, plan.nodes())
                .mapToObj(each -> node(each, each < plan.nodes()))
                .collect(Collectors.joining(", ")),
            IntStream.range(0, plan.guests().size())
                .mapToObj(each -> guest(FIRST_NUMBER + each, plan.guests().get(each)))
                .collect(Collectors.joining(", ")));
  }

  private static String node(int number, boolean wakes) {
    String card = wakes ? "\"52:54:00:00:00:%02x\"".formatted(number) : "null";
    return "{\"name\": \"pve%d\", \"wakeonlan\": %s}".formatted(number, card);
  }

  private static String guest(int number, Guest guest) {
    return """
    {"vmid": %d, "name": "%s", "node": "pve%d", "type": "%s", "uuid": "%s", "memory": 512,
     "cores": 1, "storage": "%s", "shutdownSecs": %d, "ha": %s}
    """
        .formatted(
            number,
            guest.name(),
            guest.node(),
            isContainer(guest) ? "lxc" : "qemu",
            guest.uuid(),
            guest.kind() == Kind.TIED ? "local-lvm" : "shared",
            guest.kind() == Kind.DEAF ? 1_000_000 : 5,
            guest.kind() == Kind.HIGHLY_AVAILABLE);
  }

  private static boolean isContainer(Guest guest) {
    return guest.kind() == Kind.CONTAINER || guest.kind() == Kind.MOVABLE_CONTAINER;
  }
}
