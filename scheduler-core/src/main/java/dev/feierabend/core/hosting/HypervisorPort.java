package dev.feierabend.core.hosting;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// A hypervisor, or what manages several: shows hosts and guests, moves guests, takes hosts out of
/// service and back, starts guests and shuts them down. A host's own power is a
/// `PowerController`'s.
///
/// Every effect is idempotent, looks again before it acts, and answers within seconds. What takes
/// longer goes on and is `StillAsked`; asked again it isn't begun a second time but followed to its
/// end. `Refused` is also what isn't among the capabilities; `Unknown` what may have happened. None
/// of them is believed: the next look decides.
public interface HypervisorPort {
  /// As far as is known by now: empty before it has been reached once.
  Set<Capability> capabilities();

  Sight look();

  /// How busy every host and guest was between two instants, CPU in cores of the host, of whatever
  /// was recorded for it. A host's `member` is its UUID, a guest's `guest/<uuid>`.
  ///
  /// @throws dev.feierabend.core.kernel.Outage where it can't be asked now
  List<Sample> usage(Instant from, Instant to);

  /// Moves a guest to a host that is in service; where the hypervisor can, one that is off, too.
  Answer migrate(MachineId guest, MachineId to);

  /// Takes a host out of service on which nothing runs; `NotYet` as long as something does, for
  /// where its guests go is planned, not left to the hypervisor.
  Answer enterMaintenance(MachineId host);

  Answer leaveMaintenance(MachineId host);

  Answer start(MachineId guest);

  /// Asks the guest's operating system to shut down; once `patience` has passed, what it says.
  Answer shutDown(MachineId guest, Patience patience);
}
