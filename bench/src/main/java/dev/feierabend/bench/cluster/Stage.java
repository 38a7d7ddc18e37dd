package dev.feierabend.bench.cluster;

import dev.feierabend.testservers.ControlPlane;
import java.nio.file.Path;

/// A control plane with its objects.
///
/// @param folder for what is written meanwhile
record Stage(ControlPlane plane, ApiServer api, Objects objects, Path folder) {
  Site site() {
    return new Site(folder, plane.kubeconfig(), objects.namespaces());
  }
}
