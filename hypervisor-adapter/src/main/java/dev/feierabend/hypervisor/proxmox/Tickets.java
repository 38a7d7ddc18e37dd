package dev.feierabend.hypervisor.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.hypervisor.proxmox.Reply.Barred;
import dev.feierabend.hypervisor.proxmox.Reply.Fault;
import dev.feierabend.hypervisor.proxmox.Reply.NotLetIn;
import dev.feierabend.hypervisor.proxmox.Reply.Said;
import dev.feierabend.hypervisor.proxmox.Reply.Silence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// How a login shows that it is let in. A token goes along with each request as it is. A password
/// is sent once, for a ticket that is good in the whole cluster for two hours, and for a word
/// against forged requests that goes along with whatever changes something.
final class Tickets {
  sealed interface Pass {}

  record Headers(Map<String, String> forReads, Map<String, String> forWrites) implements Pass {
    Map<String, String> of(Request request) {
      return request.reads() ? forReads : forWrites;
    }

    @Override
    public String toString() {
      return "***";
    }
  }

  /// It can't be asked; this is what came back instead.
  record None(Reply reply) implements Pass {}

  private record Ticket(Login login, String ticket, String word) {
    Headers headers() {
      String cookie = "PVEAuthCookie=" + ticket;
      return new Headers(
          Map.of("Cookie", cookie), Map.of("Cookie", cookie, "CSRFPreventionToken", word));
    }

    @Override
    public String toString() {
      return login.toString();
    }
  }

  /// What may stand in a header: a ticket is base64 and some marks.
  private static final String PLAIN = "[!-~&&[^;,\"]]+";

  private Optional<Ticket> current = Optional.empty();

  /// @param asked how a ticket is asked for
  synchronized Pass pass(Login login, Function<Request, Reply> asked) {
    if (isToken(login)) {
      var token = Map.of("Authorization", token(login));
      return new Headers(token, token);
    }
    Optional<Ticket> open = current.filter(it -> it.login().equals(login));
    return open.<Pass>map(Ticket::headers).orElseGet(() -> begun(login, asked));
  }

  /// A token is called `user@realm!name`.
  static boolean isToken(Login login) {
    return login.user().lastIndexOf('!') > login.user().lastIndexOf('@');
  }

  private static String token(Login login) {
    return "PVEAPIToken=%s=%s".formatted(login.user(), login.password());
  }

  private Pass begun(Login login, Function<Request, Reply> asked) {
    Reply reply =
        asked.apply(
            Request.post(
                "/access/ticket", Map.of("username", login.user(), "password", login.password())));
    return switch (reply) {
      case Said(var data) -> taken(login, data);
      case Fault(var status, _, _) when status == Fault.UNAUTHORIZED -> new None(new NotLetIn());
      // Not in the server's words, which could repeat what it was told.
      case Fault(var status, _, _) -> new None(new Silence("no login: HTTP " + status, false));
      case Silence _, NotLetIn _, Barred _ -> new None(reply);
    };
  }

  private Pass taken(Login login, JsonNode data) {
    String ticket = data.path("ticket").asText("");
    String word = data.path("CSRFPreventionToken").asText("");
    if (data.path("NeedTFA").asBoolean()) {
      return new None(secondFactor(login));
    }
    if (!ticket.matches(PLAIN) || !word.matches(PLAIN)) {
      return new None(new Silence("no login: the ticket makes no sense", false));
    }
    var taken = new Ticket(login, ticket, word);
    current = Optional.of(taken);
    return taken.headers();
  }

  private static Barred secondFactor(Login login) {
    String because =
        "Expected %s to be let in by its password but a second factor is wanted; give it an API token"
            .formatted(login.user());
    return new Barred(new Answer.Refused(because), because);
  }

  /// The cluster doesn't know this ticket any more.
  synchronized void forget(Headers worn) {
    current = current.filter(it -> !it.headers().equals(worn));
  }

  synchronized List<String> secrets() {
    return current.stream().flatMap(it -> Stream.of(it.ticket(), it.word())).toList();
  }
}
