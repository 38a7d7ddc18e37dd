package dev.feierabend.hypervisor.login;

import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;

/// Why a server gave no answer.
public final class Unanswered {
  private Unanswered() {}

  /// The innermost cause is the one that tells: that a certificate has expired, that nobody is
  /// there. Of a connection that is refused the JDK's client says no more than that it is closed.
  public static String because(Throwable thrown) {
    boolean connecting = thrown instanceof ConnectException;
    Throwable inner = thrown;
    while (inner.getCause() != null) {
      inner = inner.getCause();
      connecting |= inner instanceof ConnectException;
    }
    return connecting && isRefused(inner) ? "it refuses the connection" : inner.toString();
  }

  private static boolean isRefused(Throwable inner) {
    return inner instanceof ClosedChannelException
        || String.valueOf(inner.getMessage()).contains("refused");
  }
}
