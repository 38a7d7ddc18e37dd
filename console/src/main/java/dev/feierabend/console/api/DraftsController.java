package dev.feierabend.console.api;

import dev.feierabend.console.api.Register.Document;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Documents before anybody decides on them.
@RestController
@RequestMapping("/api/v1")
final class DraftsController {
  private final Register register;
  private final Proposals proposals;

  DraftsController(Register register, Proposals proposals) {
    this.register = register;
    this.proposals = proposals;
  }

  /// Saves the policy that the body is as a draft: YAML, up to 256 KiB. A policy of several tenants
  /// is saved with each of them; the answer shows the first's.
  @Needs(Right.PROPOSE)
  @PostMapping(
      path = "/drafts",
      consumes = {"application/yaml", "application/x-yaml", "text/yaml"})
  @RequestBody(required = true, content = @Content(schema = @Schema(type = "string")))
  ResponseEntity<AgreementView> draft(InputStream body, @CurrentCaller Caller caller)
      throws IOException {
    var policy = proposals.draft(caller, Handing.read(body));
    return Handing.created(register.firstOf(caller, policy));
  }

  /// Proposes a draft, or once more what was rejected or has ended, to each of its tenants.
  @Needs(Right.PROPOSE)
  @PostMapping("/agreements/{tenant}/{policy}/{digest}/proposal")
  ResponseEntity<AgreementView> propose(
      @PathVariable String tenant,
      @PathVariable String policy,
      @PathVariable String digest,
      @CurrentCaller Caller caller) {
    var proposed = proposals.propose(caller, new Document(tenant, policy, digest));
    return Handing.created(register.firstOf(caller, proposed));
  }

  /// Drops a draft of the caller's.
  @Needs(Right.PROPOSE)
  @DeleteMapping("/agreements/{tenant}/{policy}/{digest}/draft")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(
      @PathVariable String tenant,
      @PathVariable String policy,
      @PathVariable String digest,
      @CurrentCaller Caller caller) {
    register.discard(caller, new Document(tenant, policy, digest));
  }
}
