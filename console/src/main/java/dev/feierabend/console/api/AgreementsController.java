package dev.feierabend.console.api;

import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is drafted, proposed and agreed.
@RestController
@RequestMapping("/api/v1/agreements")
final class AgreementsController {
  private final Register register;
  private final Proposals proposals;
  private final Accounting accounting;

  AgreementsController(Register register, Proposals proposals, Accounting accounting) {
    this.register = register;
    this.proposals = proposals;
    this.accounting = accounting;
  }

  @Needs(Right.READ)
  @GetMapping
  List<AgreementView> all(@CurrentCaller Caller caller) {
    return register.all(caller);
  }

  /// Every document of one agreement.
  @Needs(Right.READ)
  @GetMapping("/{tenant}/{policy}")
  List<AgreementView> one(
      @PathVariable String tenant, @PathVariable String policy, @CurrentCaller Caller caller) {
    return register.versions(caller, tenant, policy);
  }

  /// What its documents are expected to save, and what the one in force did since.
  @Needs(Right.READ)
  @GetMapping("/{tenant}/{policy}/saving")
  List<SavingView> saving(
      @PathVariable String tenant, @PathVariable String policy, @CurrentCaller Caller caller) {
    return accounting.savings(caller, tenant, policy);
  }

  /// Proposes the policy that the body is: YAML, up to 256 KiB. A policy of several tenants is
  /// proposed to each of them; the answer shows the first's.
  @Needs(Right.PROPOSE)
  @PostMapping(consumes = {"application/yaml", "application/x-yaml", "text/yaml"})
  @RequestBody(required = true, content = @Content(schema = @Schema(type = "string")))
  ResponseEntity<AgreementView> propose(InputStream body, @CurrentCaller Caller caller)
      throws IOException {
    var policy = proposals.propose(caller, Handing.read(body));
    return Handing.created(register.firstOf(caller, policy));
  }
}
