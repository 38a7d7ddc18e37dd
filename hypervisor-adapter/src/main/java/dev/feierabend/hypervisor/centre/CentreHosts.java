package dev.feierabend.hypervisor.centre;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.HostPort;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.policies.terms.MachineId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A hypervisor's hosts. Nothing is evacuated by it: where guests go is planned.
public final class CentreHosts implements HostPort {
  private final Centre centre;
  private final Rooms rooms;
  private final Map<MachineId, String> obstacles = new ConcurrentHashMap<>();

  CentreHosts(Centre centre, Rooms rooms) {
    this.centre = centre;
    this.rooms = rooms;
  }

  @Override
  public Answer cordon(MachineId host, ActionId action) {
    centre.cordons().close(host);
    obstacles.remove(host);
    return Answer.DONE;
  }

  @Override
  public Answer drain(MachineId host, List<Move> moves, ActionId action) {
    return centre.seen(inventory -> drain(inventory, host, moves));
  }

  private Answer drain(Inventory inventory, MachineId host, List<Move> moves) {
    if (!centre.cordons().isClosed(host)) {
      return new Answer.Refused(
          "Expected %s to be cordoned before it is emptied, but it takes guests".formatted(host));
    }
    var departure = new Departure(centre, rooms, inventory);
    Answer answer = departure.of(moves);
    note(host, departure.missing().or(() -> unmoved(inventory, host, moves)));
    return answer;
  }

  /// Who runs there and isn't among those that are to go.
  private static Optional<String> unmoved(Inventory inventory, MachineId host, List<Move> moves) {
    List<String> left =
        Sizes.running(inventory, host)
            .filter(guest ->
                moves.stream()
                    .noneMatch(move -> move.workload().equals(GuestNames.workload(guest.id()))))
            .map(Inventory.Guest::name)
            .toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of("nobody planned a move of " + String.join(", ", left));
  }

  /// Maintenance ends, and only then guests may come: whoever set it.
  @Override
  public Answer admit(MachineId host, ActionId action) {
    return centre.seen(inventory -> admit(inventory, host));
  }

  private Answer admit(Inventory inventory, MachineId id) {
    Optional<Inventory.Host> host = inventory.host(id).filter(Inventory.Host::connected);
    if (host.isEmpty()) {
      note(id, Optional.of(centre.name() + " doesn't hear of it"));
      return Answer.STILL_ASKED;
    }
    Answer answer =
        host.get().maintenance() ? centre.hypervisor().leaveMaintenance(id) : Answer.DONE;
    if (answer instanceof Answer.Done) {
      centre.cordons().open(id);
      obstacles.remove(id);
    }
    return answer;
  }

  @Override
  public Optional<String> obstacle(MachineId host) {
    return Optional.ofNullable(obstacles.get(host));
  }

  private void note(MachineId host, Optional<String> obstacle) {
    obstacle.ifPresentOrElse(it -> obstacles.put(host, it), () -> obstacles.remove(host));
  }
}
