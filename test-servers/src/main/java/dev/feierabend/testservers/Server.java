package dev.feierabend.testservers;

/// A real server, or program, that a test may ask for; `key` is what `test-servers/build` calls it.
public enum Server {
  CONTROL_PLANE("control-plane", "control plane"),
  OLDEST_CONTROL_PLANE("control-plane-oldest", "oldest control plane"),
  CRDS("crds", "definitions of others' kinds"),
  STRIMZI("strimzi", "Strimzi's definitions of kinds"),
  REDFISH("redfish", "Redfish emulator"),
  VSPHERE("vsphere", "vSphere simulator"),
  PROXMOX("proxmox", "Proxmox VE emulator"),
  LIBVIRT("libvirt", "libvirt with its test driver"),
  SECANTUSDB("secantusdb", "SecantusDB"),
  EVIDENCE("evidence", "checker of evidence"),
  SOFTHSM("softhsm", "SoftHSM"),
  PROMETHEUS("prometheus", "Prometheus"),
  ALERTMANAGER("alertmanager", "Alertmanager"),
  IPMI("ipmi", "IPMI simulator"),
  KUBE_GREEN("kube-green", "kube-green"),
  KUBE_DOWNSCALER("kube-downscaler", "kube-downscaler");

  final String key;
  private final String spoken;

  Server(String key, String spoken) {
    this.key = key;
    this.spoken = spoken;
  }

  @Override
  public String toString() {
    return spoken;
  }
}
