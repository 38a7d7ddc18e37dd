package dev.feierabend.core.hosting;

import java.util.List;

/// What hypervisors were last seen to decide by themselves, or to leave undecided. A look at them
/// costs nobody anything.
@FunctionalInterface
public interface Conflicts {
  /// Where there is no hypervisor.
  Conflicts NONE = List::of;

  /// @param hypervisor by its name in the fleet document
  record Standing(String hypervisor, Conflict conflict) {}

  /// In the order of the document.
  List<Standing> standing();
}
