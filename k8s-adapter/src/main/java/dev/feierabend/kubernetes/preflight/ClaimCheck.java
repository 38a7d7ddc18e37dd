package dev.feierabend.kubernetes.preflight;

import dev.feierabend.core.planning.Exemption.Ground;
import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import dev.feierabend.kubernetes.recipes.Managed;
import java.util.Optional;

/// Objects of customers whose sleep would delete what their volumes hold: they stay up.
record ClaimCheck(Sleeping sleeping) {
  Optional<Trouble> of(Managed object) {
    var metadata = object.metadata();
    return object
        .barred()
        .filter(met -> met.ground() == Ground.DATA_LOST)
        .filter(_ -> sleeping.namespaces().contains(metadata.getNamespace()))
        .map(met ->
            Trouble.of(
                Kind.CLAIMS_DELETED,
                object.recipe().resource().kind(),
                "%s/%s".formatted(metadata.getNamespace(), metadata.getName()),
                met.seen()));
  }
}
