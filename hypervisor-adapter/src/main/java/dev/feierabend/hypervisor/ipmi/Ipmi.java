package dev.feierabend.hypervisor.ipmi;

import dev.feierabend.hypervisor.login.Login;
import java.util.List;

/// Speaks to a board.
@FunctionalInterface
interface Ipmi {
  /// @param command in the words of `ipmitool`: `chassis`, `power`, `status`
  Heard ask(IpmiBoard board, Login login, List<String> command);
}
