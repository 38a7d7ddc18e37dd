package dev.feierabend.app.office;

import dev.feierabend.console.api.AgreementView;
import dev.feierabend.console.api.DeputyView;
import dev.feierabend.console.api.DrillView;
import dev.feierabend.console.api.OverrideView;
import dev.feierabend.console.api.PersonView;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.TenantId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// A running service, asked over its interface as one of its users.
public final class ServerOffice implements Office {
  /// @param base without a slash at its end
  /// @param trust the town's own authorities; without, those of this Java
  /// @param locale the language of what is refused
  public record Address(URI base, Login login, Optional<SSLContext> trust, Locale locale) {}

  private final Line line;
  private final Replies replies;

  public ServerOffice(Address address) {
    this.line = new Line(address);
    this.replies = new Replies(address.base().toString());
  }

  @Override
  public Answer<List<AgreementView>> agreements() {
    return replies.list(line.send(Requests.AGREEMENTS), AgreementView.class);
  }

  @Override
  public Answer<List<OverrideView>> overrides() {
    return replies.list(line.send(Requests.OVERRIDES), OverrideView.class);
  }

  @Override
  public Answer<List<DeputyView>> deputies(TenantId tenant) {
    return replies.list(line.send(Requests.deputies(tenant)), DeputyView.class);
  }

  @Override
  public Answer<List<PersonView>> people() {
    return replies.list(line.send(Requests.PERSONS), PersonView.class);
  }

  @Override
  public Answer<List<DrillView>> drills() {
    return replies.list(line.send(Requests.DRILLS), DrillView.class);
  }

  @Override
  public Answer<MachineId> approveDrill(MachineId host, Instant from, Instant until) {
    return replies.done(line.send(Requests.drillApproval(host, from, until)), host, "");
  }

  @Override
  public Answer<MachineId> demandDrill(MachineId host, String because) {
    return replies.done(line.send(Requests.drillDemand(host, because)), host, "");
  }

  @Override
  public Answer<ActorId> erase(ActorId actor) {
    return replies.done(line.send(Requests.erasure(actor)), actor, "");
  }

  @Override
  public Answer<String> propose(String file, byte[] document) {
    Reply reply = line.send(Requests.proposal(document));
    return replies.done(reply, Document.of(document).digest(), file);
  }

  @Override
  public Answer<String> draft(String file, byte[] document) {
    Reply reply = line.send(Requests.draft(document));
    return replies.done(reply, Document.of(document).digest(), file);
  }

  @Override
  public Answer<Wish> ask(Wish wish) {
    return replies.done(line.send(Requests.of(wish)), wish, "policy");
  }

  @Override
  public void close() {
    line.close();
  }
}
