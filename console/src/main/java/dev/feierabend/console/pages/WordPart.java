package dev.feierabend.console.pages;

import dev.feierabend.core.proving.Vouched;
import java.util.TreeSet;
import org.springframework.ui.Model;

/// Witnesses who refuse to vouch for the history, or have been silent for long. Like a freeze of
/// the operator's it is everybody's to know.
final class WordPart {
  private final Vouched vouched;

  WordPart(Vouched vouched) {
    this.vouched = vouched;
  }

  void fill(Model model) {
    model.addAttribute("objecting", new TreeSet<>(vouched.objecting()));
    model.addAttribute("silent", new TreeSet<>(vouched.silent()));
  }
}
