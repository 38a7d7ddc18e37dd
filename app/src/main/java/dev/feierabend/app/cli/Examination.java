package dev.feierabend.app.cli;

import dev.feierabend.app.wiring.Release;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.journal.JournalFile;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.FlawText;
import dev.feierabend.core.proving.JournalVerifier;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.kubernetes.client.KubernetesClients;
import dev.feierabend.policies.fleet.Fleet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the doctor looks at.
record Examination(Path journal, Optional<Path> fleet, Locale locale) {

  List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    findings.add(
        new Finding(Runtime.version().feature() >= 25, "java", say("java", Runtime.version())));
    findings.add(store());
    fleet.ifPresent(file -> findings.add(fleet(file)));
    return findings;
  }

  private String say(String key, Object... about) {
    return Phrases.ofCommands(locale).of(key, about);
  }

  List<Finding> withCluster(Path kubeconfig) {
    var findings = findings();
    findings.add(cluster(kubeconfig));
    return findings;
  }

  private Finding store() {
    if (!JournalFile.in(journal)) {
      boolean writable = mayBegin(journal.toAbsolutePath());
      return new Finding(
          writable,
          "journal",
          writable ? say("journal-none-yet", journal) : say("journal-none-ever", journal));
    }
    return switch (JournalVerifier.verify(journal)) {
      case Verification.Intact(var commits, _, _) ->
          new Finding(true, "journal", say("journal-intact", commits));
      case Verification.Broken broken ->
          new Finding(false, "journal", say("journal-broken", FlawText.of(broken, locale)));
      case Verification.Unreadable(var why) -> new Finding(false, "journal", why);
    };
  }

  /// Whether the nearest directory that there is may be written to.
  private static boolean mayBegin(Path directory) {
    Path parent = directory.getParent();
    if (!Files.exists(directory) && parent != null) {
      return mayBegin(parent);
    }
    return Files.isDirectory(directory) && Files.isWritable(directory);
  }

  private Finding fleet(Path file) {
    try {
      Fleet known = Inputs.fleet(file);
      return new Finding(true, "fleet", say("fleet", known.hosts().size(), known.tenants().size()));
    } catch (Unreadable e) {
      return new Finding(false, "fleet", String.valueOf(e.getMessage()));
    }
  }

  private Finding cluster(Path kubeconfig) {
    try (var client =
        KubernetesClients.of(Optional.of(kubeconfig), "feierabend/" + Release.version())) {
      return new Finding(true, "kubernetes", say("kubernetes", KubernetesClients.version(client)));
    } catch (Outage e) {
      return new Finding(false, "kubernetes", String.valueOf(e.getMessage()));
    }
  }
}
