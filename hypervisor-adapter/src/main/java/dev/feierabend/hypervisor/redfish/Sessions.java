package dev.feierabend.hypervisor.redfish;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.hypervisor.redfish.Reply.Said;
import dev.feierabend.hypervisor.redfish.Reply.Silence;
import java.net.URI;
import java.util.Optional;

/// The session with one controller, where it offers any (Redfish DSP0266, section 13.3.4): the
/// password is sent once and not with every request. Where none can be begun, because it has as
/// many as it bears for example, the login goes along as before.
final class Sessions {
  /// How the next request says who asks.
  sealed interface Pass {
    record Token(String token) implements Pass {}

    record Basic() implements Pass {}

    /// It can't be asked; this is what came back instead.
    record None(Reply reply) implements Pass {}
  }

  private record Session(Login login, String token, Optional<URI> place) {
    @Override
    public String toString() {
      return login.toString();
    }
  }

  private static final String TOKEN = "X-Auth-Token";
  private static final Pass BASIC = new Pass.Basic();

  private final URI controller;
  private final RedfishClient client;
  private Optional<Session> session = Optional.empty();
  private boolean offered = true;

  Sessions(URI controller, RedfishClient client) {
    this.controller = controller;
    this.client = client;
  }

  synchronized Pass pass(Login login) {
    Optional<Session> open = session.filter(it -> it.login().equals(login));
    if (open.isPresent()) {
      return new Pass.Token(open.get().token());
    }
    return offered ? begun(login) : BASIC;
  }

  private Pass begun(Login login) {
    return switch (client.send(Request.get(controller.resolve("/redfish/v1/")))) {
      case Said root -> {
        Optional<URI> place = place(root);
        offered = place.isPresent() || !root.accepted();
        yield place.map(it -> begun(login, it)).orElse(BASIC);
      }
      case Silence silence -> new Pass.None(silence);
    };
  }

  private Optional<URI> place(Said root) {
    String link = root.body().path("Links").path("Sessions").path("@odata.id").asText();
    boolean sessions =
        Vendors.SHIPPED.of(root.body().path("Vendor").asText()).sessions() && root.accepted();
    return Optional.of(link).filter(_ -> sessions).flatMap(this::there);
  }

  private Pass begun(Login login, URI place) {
    var who =
        JsonNodeFactory.instance
            .objectNode()
            .put("UserName", login.user())
            .put("Password", login.password());
    return switch (client.send(Request.post(place, who))) {
      case Said said when said.accepted() && said.header(TOKEN).isPresent() -> {
        String token = said.header(TOKEN).orElseThrow();
        session =
            Optional.of(new Session(login, token, said.header("Location").flatMap(this::there)));
        yield new Pass.Token(token);
      }
      case Said said when said.isOf(Said.UNAUTHORIZED, 403) ->
          new Pass.None(new Said(Said.UNAUTHORIZED, said.body(), said.headers()));
      case Said said -> {
        offered = !said.isOf(404, 405, 501);
        yield BASIC;
      }
      case Silence silence -> new Pass.None(silence);
    };
  }

  /// Some name their sessions with the address by which they were asked.
  private Optional<URI> there(String link) {
    String here = controller.getScheme() + "://" + controller.getRawAuthority();
    String path = link.startsWith(here) ? link.substring(here.length()) : link;
    return RedfishSystem.there(controller, path);
  }

  /// The controller doesn't know this token any more.
  synchronized void forget(String token) {
    session = session.filter(it -> !it.token().equals(token));
  }

  /// Leaves the controller, which bears only a few.
  synchronized void close() {
    session.ifPresent(
        it -> it.place().ifPresent(place -> client.send(with(Request.delete(place), it.token()))));
    session = Optional.empty();
  }

  static Request with(Request request, String token) {
    return request.with(TOKEN, token);
  }

  synchronized Optional<String> token() {
    return session.map(Session::token);
  }
}
