package dev.feierabend.core.acting;

import dev.feierabend.core.kernel.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The ports through which steps reach the world, and the one that asks whether it answers. An
/// adapter that fails leaves the outcome unknown; it stops nobody else's.
///
/// @param abreast how many steps are carried out at once; the ports must bear it
public record Effects(
    WorkloadPort workloads,
    HostPort hosts,
    PowerController power,
    ReadinessPort readiness,
    Abreast abreast) {
  private static final Logger LOG = LoggerFactory.getLogger(Effects.class);

  /// One after the other.
  public Effects(
      WorkloadPort workloads, HostPort hosts, PowerController power, ReadinessPort readiness) {
    this(workloads, hosts, power, readiness, Abreast.ONE_BY_ONE);
  }

  /// Where no readiness test is made.
  public Effects(WorkloadPort workloads, HostPort hosts, PowerController power) {
    this(workloads, hosts, power, ReadinessPort.NONE);
  }

  Answer perform(Step step, ActionId action) {
    try {
      return switch (step) {
        case Step.Sleep sleep -> workloads.sleep(sleep, action);
        case Step.Wake wake -> workloads.wake(wake, action);
        case Step.Cordon(var host) -> hosts.cordon(host, action);
        case Step.Drain(var host, var moves) -> hosts.drain(host, moves, action);
        case Step.PowerOff(var host) -> power.softOff(host);
        case Step.PowerOn(var host) -> power.on(host);
        case Step.Admit(var host) -> hosts.admit(host, action);
      };
    } catch (Outage outage) {
      return new Answer.Unknown(String.valueOf(outage.getMessage()));
    } catch (RuntimeException fault) {
      LOG.error("The adapter failed at {}", action, fault);
      return new Answer.Unknown(fault.toString());
    }
  }
}
