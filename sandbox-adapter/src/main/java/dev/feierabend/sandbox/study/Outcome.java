package dev.feierabend.sandbox.study;

/// What a method made of a day; the names are those that programs read.
///
/// @param method `feierabend@1/20` and the like are of [Study#front]
/// @param kwh of all hosts; of the method `bound` the bound itself, and its other figures are 0
/// @param boundKwh what no method can do better than under these rules
/// @param slatah a fraction, as are `pdm` and their product `slav`
/// @param seconds that the simulation took
public record Outcome(
    String day,
    String rules,
    String method,
    double kwh,
    double boundKwh,
    int migrations,
    double slatah,
    double pdm,
    double slav,
    int hostShutdowns,
    int vmsAtEnd,
    double seconds) {

  /// How many times the bound; once, where nothing was asked for and nothing used.
  public double ofBound() {
    return kwh == boundKwh ? 1 : kwh / boundKwh;
  }
}
