package dev.feierabend.testservers;

import java.io.IOException;
import java.io.OutputStream;

/// A control plane for a program that doesn't know these classes: it starts this one, reads where
/// the cluster is, and holds this one's input open for as long as it needs it.
public final class ControlPlaneProgram {
  /// What the line with the answer begins with; behind it, the administrator's kubeconfig and the
  /// audit log, each after a tab.
  static final String READY = "ready";

  private ControlPlaneProgram() {}

  /// Ends 3 with a sentence where a tool to build the control plane is missing.
  public static void main(String[] args) throws IOException {
    if (Build.of(KubernetesRelease.ofThisRun().server())
        instanceof Build.ToolMissing(var because)) {
      System.err.println(because);
      System.exit(Build.TOOL_MISSING);
    }
    try (var plane = ControlPlane.start()) {
      System.out.println(
          String.join("\t", READY, plane.kubeconfig().toString(), plane.auditLog().toString()));
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
