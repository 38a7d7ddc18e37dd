package dev.feierabend.app.cli;

import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.proving.FlawText;
import dev.feierabend.core.proving.JournalVerifier;
import dev.feierabend.core.proving.Verification;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Whether a journal is whole; 1 if not, with the first commit that fails and how.
@Command(name = "verify", description = "Verifies a journal offline.")
final class VerifyCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Form form = new Form();

  @Parameters(paramLabel = "PATH", description = "The journal's directory.")
  Path path = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = {
        "The public key that signed the checkpoints; by default the one beside the journal.",
        "One that you kept yourself proves more."
      })
  @Nullable Path key;

  @Override
  public Integer call() {
    return switch (examined()) {
      case Verification.Intact intact -> {
        tell(intact, phrases().of("intact", intact.commits(), intact.events(), intact.headHash()));
        yield Exit.GOOD;
      }
      case Verification.Broken broken -> {
        tell(broken, phrases().of("broken", FlawText.of(broken, Languages.of(spec))));
        yield Exit.NO;
      }
      case Verification.Unreadable(var why) -> throw new Unreadable(why);
    };
  }

  private Phrases phrases() {
    return Phrases.ofCommands(Languages.of(spec));
  }

  private Verification examined() {
    return Optional.ofNullable(key)
        .or(() -> new Beside(path).keyFile())
        .map(file -> JournalVerifier.verify(path, Inputs.publicKey(file)))
        .orElseGet(() -> JournalVerifier.verify(path));
  }

  private void tell(Verification verification, String sentence) {
    if (form.json) {
      form.print(new Verified(path.toString(), verification, sentence));
    } else {
      spec.commandLine().getOut().println(sentence);
    }
  }
}
