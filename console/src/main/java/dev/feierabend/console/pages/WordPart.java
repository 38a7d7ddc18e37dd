package dev.feierabend.console.pages;

import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.api.Contradictions;
import dev.feierabend.core.proving.Vouched;
import java.util.TreeSet;
import org.springframework.ui.Model;

/// Witnesses who refuse to vouch for the history, or have been silent for long: like a freeze of
/// the operator's that is everybody's to know. And hypervisors that would decide against a plan,
/// for those who see hosts.
final class WordPart {
  private final Vouched vouched;
  private final Contradictions contradictions;

  WordPart(Vouched vouched, Contradictions contradictions) {
    this.vouched = vouched;
    this.contradictions = contradictions;
  }

  void fill(Model model, Reader reader) {
    model.addAttribute("conflicts", contradictions.seenBy(reader));
    model.addAttribute("objecting", new TreeSet<>(vouched.objecting()));
    model.addAttribute("silent", new TreeSet<>(vouched.silent()));
  }
}
