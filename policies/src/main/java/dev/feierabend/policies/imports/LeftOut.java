package dev.feierabend.policies.imports;

import dev.feierabend.policies.yaml.Place;
import java.util.Comparator;
import java.util.List;

/// Something that could not be carried over, or not wholly: where it stands, whose it is, why.
///
/// @param words what the reason's sentence names
public record LeftOut(String file, Place at, String subject, Reason reason, List<String> words) {
  static final Comparator<LeftOut> IN_ORDER =
      Comparator.comparing(LeftOut::file).thenComparing(LeftOut::at);

  public LeftOut {
    words = List.copyOf(words);
  }
}
