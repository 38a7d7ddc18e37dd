package dev.feierabend.hypervisor.ipmi;

import dev.feierabend.core.acting.PowerCapability;
import dev.feierabend.core.acting.PowerOffer;
import dev.feierabend.core.acting.PowerReading;
import dev.feierabend.hypervisor.ipmi.Heard.Said;
import dev.feierabend.hypervisor.ipmi.Heard.Silence;
import dev.feierabend.hypervisor.login.Discreet;
import dev.feierabend.hypervisor.switching.Board;
import dev.feierabend.hypervisor.switching.Look;
import dev.feierabend.hypervisor.switching.SystemUuid;
import dev.feierabend.policies.terms.MachineId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One machine at its board. Whose board it is is asked before anything else, and again after it
/// was silent: its address may be another's by then.
final class IpmiMachine implements Board {
  private static final List<String> STATUS = List.of("chassis", "power", "status");
  private static final List<String> READING = List.of("dcmi", "power", "reading");
  private static final List<String> GUID = List.of("mc", "guid");

  private final MachineId id;
  private final IpmiLine line;
  private volatile boolean recognised;

  IpmiMachine(MachineId id, IpmiLine line) {
    this.id = id;
    this.line = line;
  }

  @Override
  public Discreet discreet() {
    return line.discreet();
  }

  @Override
  public Look look() {
    return hidden()
        .<Look>map(it -> it)
        .orElseGet(() ->
            switch (ask(STATUS)) {
              case Said said when said.exit() == 0 -> new Look.Seen(new IpmiView(said, line));
              case Said said -> Look.Hidden.unknown(IpmiWords.complaint(said));
              case Silence(var because) -> because;
            });
  }

  @Override
  public PowerOffer offer() {
    return switch (look()) {
      case Look.Hidden hidden -> new PowerOffer.Unknown(hidden.because());
      case Look.Seen _ -> {
        var offered = EnumSet.of(PowerCapability.STATE, PowerCapability.ON);
        if (line.offersSoftOff()) {
          offered.add(PowerCapability.SOFT_OFF);
        }
        if (!(reading() instanceof PowerReading.NotOffered)) {
          offered.add(PowerCapability.READING);
        }
        yield new PowerOffer.Known(offered);
      }
    };
  }

  /// DCMI is an extension that a board may lack (DCMI 1.5, section 6.6).
  @Override
  public PowerReading reading() {
    return hidden()
        .<PowerReading>map(it -> new PowerReading.Unknown(it.because()))
        .orElseGet(() ->
            switch (ask(READING)) {
              case Said said when IpmiWords.refused(said) ->
                  new PowerReading.NotOffered(IpmiWords.complaint(said));
              case Said said -> metered(said);
              case Silence(var because) -> new PowerReading.Unknown(because.because());
            });
  }

  private static PowerReading metered(Said said) {
    return IpmiWords.watts(said)
        .<PowerReading>map(watts -> new PowerReading.Metered(watts, "IPMI, DCMI"))
        .orElseGet(() -> new PowerReading.Unknown(IpmiWords.complaint(said)));
  }

  /// What hides the machine, if anything does: nobody says whose board this is, or it is another's.
  private Optional<Look.Hidden> hidden() {
    if (recognised) {
      return Optional.empty();
    }
    return switch (ask(GUID)) {
      case Said said when said.exit() == 0 || IpmiWords.knowsNoSuchCommand(said) ->
          recognise(IpmiWords.guid(said).filter(found -> !SystemUuid.mayBe(id, found)));
      case Said said -> Optional.of(Look.Hidden.unknown(IpmiWords.complaint(said)));
      case Silence(var because) -> Optional.of(because);
    };
  }

  private Optional<Look.Hidden> recognise(Optional<UUID> another) {
    recognised = another.isEmpty();
    return another.map(found ->
        Look.Hidden.refused(
            "Expected machine %s at %s but found another one, %s"
                .formatted(id, line.where(), found)));
  }

  private Heard ask(List<String> command) {
    Heard heard = line.ask(command);
    if (heard instanceof Silence) {
      recognised = false;
    }
    return heard;
  }
}
