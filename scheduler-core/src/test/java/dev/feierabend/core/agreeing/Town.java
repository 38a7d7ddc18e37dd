package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.deputising.DeputyCommand;
import dev.feierabend.core.deputising.DeputyState;
import dev.feierabend.core.kernel.Command;
import java.util.Optional;

/// All that one customer's aggregates know, and what the witness noted.
record Town(
    AgreementState agreement, DeputyState deputies, ExceptionState exceptions, Witness witness) {
  static final Town NEW =
      new Town(AgreementState.NEW, DeputyState.NONE, ExceptionState.NONE, Witness.NOBODY);

  /// Who approves does so as a deputy if the deputies say so; the rim asks them.
  Command asked(Command command) {
    return command instanceof ApprovePolicy approve && approve.deputy().isEmpty()
        ? new ApprovePolicy(
            approve.agreement(),
            approve.digest(),
            approve.by(),
            approve.at(),
            deputies.covering(approve.by(), approve.at()))
        : command;
  }

  /// What follows from a command, which goes to the aggregate that it is for; empty where nothing
  /// does.
  Optional<Town> after(Command command, Answers answers) {
    return switch (command) {
      case AgreementCommand agreeing ->
          answers
              .to(agreement, agreeing)
              .map(next -> new Town(next, deputies, exceptions, witness.heard(command)));
      case DeputyCommand deputising ->
          answers
              .to(deputies, deputising)
              .map(next -> new Town(agreement, next, exceptions, witness.heard(command)));
      case ExceptionCommand excepting ->
          answers
              .to(exceptions, excepting)
              .map(next -> new Town(agreement, deputies, next, witness.heard(command)));
      default -> throw new IllegalArgumentException(command.toString());
    };
  }
}
