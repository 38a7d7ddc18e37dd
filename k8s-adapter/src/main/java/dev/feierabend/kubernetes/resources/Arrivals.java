package dev.feierabend.kubernetes.resources;

import dev.feierabend.kubernetes.resources.Manifested.Name;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.function.Consumer;

/// Tells the name of each document that came, changed or went.
record Arrivals(Consumer<Name> told) implements ResourceEventHandler<GenericKubernetesResource> {
  @Override
  public void onAdd(GenericKubernetesResource object) {
    tell(object);
  }

  @Override
  public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource object) {
    tell(object);
  }

  @Override
  public void onDelete(GenericKubernetesResource object, boolean unknown) {
    tell(object);
  }

  private void tell(GenericKubernetesResource object) {
    told.accept(Name.of(object));
  }
}
