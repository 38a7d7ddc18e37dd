package dev.feierabend.hypervisor.login;

/// Where a login is kept. It is asked for whenever one is needed, so that what was changed there
/// counts from then on.
@FunctionalInterface
public interface LoginSource {
  /// @throws dev.feierabend.core.kernel.Outage where there is none, with what to do
  Login login();
}
