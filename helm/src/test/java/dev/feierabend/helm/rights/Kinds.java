package dev.feierabend.helm.rights;

import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.Original;
import dev.feierabend.kubernetes.workloads.KubernetesWorkloads;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.Optional;

/// An evening and a morning of every kind.
final class Kinds implements Exercise {
  @Override
  public void on(Stage stage) {
    var workloads = new KubernetesWorkloads(stage.us, stage.recipes);
    for (String recipe : stage.recipes.names()) {
      var id = new WorkloadId("%s/%s/%1$s".formatted(recipe, Town.NAMESPACE));
      Stage.done(workloads.sleep(new Step.Sleep(id, 0), stage.action()));
      Stage.done(
          workloads.wake(new Step.Wake(id, Original.of(1), 0, Optional.empty()), stage.action()));
    }
  }
}
