package dev.feierabend.app.cli;

import picocli.CommandLine.Command;

/// The life of agreements.
@Command(
    name = "agreement",
    description = "Proposes, approves, suspends and ends what towns agree to.",
    subcommands = {
      AgreementListCommand.class,
      AgreementShowCommand.class,
      AgreementProposeCommand.class,
      AgreementDiscardCommand.class,
      AgreementTakeBackCommand.class,
      AgreementApproveCommand.class,
      AgreementRejectCommand.class,
      AgreementWithdrawCommand.class,
      AgreementOverrideCommand.class,
      AgreementOverridesCommand.class,
      AgreementFreezeCommand.class,
      AgreementThawCommand.class,
      AgreementDeputiesCommand.class,
      AgreementDeputiseCommand.class,
      AgreementDismissCommand.class
    })
final class AgreementCommand {}
