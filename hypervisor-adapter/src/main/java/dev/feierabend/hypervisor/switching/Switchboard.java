package dev.feierabend.hypervisor.switching;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerOffer;
import dev.feierabend.core.acting.PowerReading;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.Make;
import dev.feierabend.policies.terms.MachineId;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The machines of one kind of controller. An answer comes within seconds, the effect later: it is
/// `state` that tells. Asked to switch the other way while a switch settles, it says `Unknown` and
/// wants to be asked again. Whatever a controller says leaves here as one line without secrets.
public final class Switchboard implements PowerController, AutoCloseable {
  private record Socket(Board board, Switch power) {}

  private final String kind;
  private final Map<MachineId, Socket> sockets;

  /// @param kind for people: `an IPMI controller`
  public Switchboard(
      String kind,
      Map<MachineId, ? extends Board> boards,
      Deadlines deadlines,
      InstantSource clock) {
    this.kind = kind;
    this.sockets =
        boards.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    each ->
                        new Socket(
                            each.getValue(),
                            new Switch(each.getKey(), each.getValue()::look, deadlines, clock))));
  }

  @Override
  public PowerOffer offer(MachineId machine) {
    return of(machine).map(it -> offered(it.board())).orElse(PowerOffer.NOTHING);
  }

  @Override
  public Power state(MachineId machine) {
    return of(machine).map(it -> it.power().state()).orElse(Power.UNKNOWN);
  }

  @Override
  public Answer on(MachineId machine) {
    return reach(machine, Press.ON);
  }

  @Override
  public Answer softOff(MachineId machine) {
    return reach(machine, Press.SOFT_OFF);
  }

  @Override
  public PowerReading reading(MachineId machine) {
    return of(machine)
        .map(it -> measured(it.board()))
        .orElseGet(() -> new PowerReading.NotOffered(stranger(machine)));
  }

  @Override
  public Make make(MachineId machine) {
    return of(machine).map(it -> it.board().make()).orElse(Make.UNTOLD);
  }

  @Override
  public void close() {
    sockets.values().forEach(socket -> socket.board().close());
  }

  /// Whom it is hidden from is known once it was asked.
  private static PowerOffer offered(Board board) {
    PowerOffer offer = board.offer();
    return board.discreet().offer(offer);
  }

  private static PowerReading measured(Board board) {
    PowerReading reading = board.reading();
    return board.discreet().reading(reading);
  }

  private Answer reach(MachineId machine, Press press) {
    return of(machine)
        .map(it -> reach(it, press))
        .orElseGet(() -> new Answer.Refused(stranger(machine)));
  }

  private static Answer reach(Socket socket, Press press) {
    Answer answer = socket.power().reach(press);
    return socket.board().discreet().answer(answer);
  }

  private String stranger(MachineId machine) {
    return "Expected a machine with %s but %s has none".formatted(kind, machine);
  }

  private Optional<Socket> of(MachineId machine) {
    return Optional.ofNullable(sockets.get(machine));
  }
}
