package dev.feierabend.hypervisor.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.core.acting.Answer;

/// What came back from a cluster.
sealed interface Reply {
  /// @param data what the call gave
  record Said(JsonNode data) implements Reply {}

  /// It answered, and not with what was asked for.
  ///
  /// @param own whether Proxmox VE itself says so, and not something before it
  record Fault(int status, String sentence, boolean own) implements Reply {
    static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;

    /// True where the call did nothing, and was refused by who could have done it. A node that
    /// can't be reached through another one is 595 and the like.
    boolean refused() {
      return switch (status) {
        case FORBIDDEN, NOT_IMPLEMENTED -> true;
        case 400, NOT_FOUND, ERROR -> own;
        default -> false;
      };
    }

    /// True where the login may not, or the version can't.
    boolean notOffered() {
      return status == FORBIDDEN || status == NOT_IMPLEMENTED;
    }

    String message() {
      return sentence.isEmpty() ? "HTTP " + status : "%s (HTTP %d)".formatted(sentence, status);
    }
  }

  /// Nothing that makes sense, or nothing in time.
  ///
  /// @param unheard nobody was there to hear it, so that another node may be asked
  record Silence(String because, boolean unheard) implements Reply {}

  /// The login is refused.
  record NotLetIn() implements Reply {}

  /// Nothing was asked, for nobody would be let in.
  record Barred(Answer answer, String because) implements Reply {}

  /// Why it isn't `Said`.
  static String because(Reply reply) {
    return switch (reply) {
      case Said _ -> "the answer isn't what was expected";
      case Fault fault -> fault.message();
      case Silence(var because, _) -> because;
      case NotLetIn _ -> "the login is refused";
      case Barred(_, var because) -> because;
    };
  }
}
