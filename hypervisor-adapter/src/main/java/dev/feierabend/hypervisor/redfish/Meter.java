package dev.feierabend.hypervisor.redfish;

/// Where a chassis may measure (Redfish DSP2046), by the name of its link.
enum Meter {
  ENVIRONMENT("EnvironmentMetrics"),
  POWER("Power"),
  SUBSYSTEM("PowerSubsystem");

  final String link;

  Meter(String link) {
    this.link = link;
  }

  /// @throws IllegalArgumentException where there is none
  static Meter of(String link) {
    for (Meter meter : values()) {
      if (meter.link.equals(link)) {
        return meter;
      }
    }
    throw new IllegalArgumentException("Expected a place that measures but found " + link);
  }
}
