package dev.feierabend.testservers;

import java.util.ArrayList;
import java.util.List;

/// Ties a program's life to this one's. The shell around it waits for the end of its input, which
/// comes even when this process is killed.
public final class Leash {
  private static final String SHELL =
      "exec 3<&0; (read -r _ <&3; kill -9 $$) & exec \"$0\" \"$@\" 3<&- < /dev/null";

  private Leash() {}

  /// The command to start instead.
  public static List<String> on(List<String> command) {
    var leashed = new ArrayList<>(List.of("sh", "-c", SHELL));
    leashed.addAll(command);
    return List.copyOf(leashed);
  }
}
