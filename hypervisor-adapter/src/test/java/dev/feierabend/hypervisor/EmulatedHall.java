package dev.feierabend.hypervisor;

import dev.feierabend.core.hosting.HypervisorPort;
import dev.feierabend.policies.terms.MachineId;

/// A hypervisor on an emulator that shows a certificate, and which of its machines tests have
/// taken.
public interface EmulatedHall extends AutoCloseable {
  HypervisorPort hypervisor();

  /// One that should reach it but can't.
  HypervisorPort unreachable();

  /// One whose user has another password.
  HypervisorPort withPassword(String password);

  /// One that trusts the authorities of this Java, of which none vouches for the emulator.
  HypervisorPort untrusting();

  /// A guest that runs, and is free to go.
  MachineId guest();

  /// Where it may go.
  MachineId target(MachineId guest);

  /// A host whose guests, if it has any, may be shut down.
  MachineId hostToEmpty();

  @Override
  void close();
}
