package dev.feierabend.sandbox.study;

/// What a day came to, by CloudSim's definitions: ratios of sums, not means of ratios.
///
/// @param migrations as they were told; a guest that was told twice counts twice
/// @param slatah seconds in which hosts gave less than was asked of them, of all in which they were
///   asked
/// @param pdm MIPS not delivered while migrating, of all that were requested
/// @param hostShutdowns how often a host's load became none, guests or not
record Figures(
    double kwh, int migrations, double slatah, double pdm, int hostShutdowns, int guestsAtEnd) {

  double slav() {
    return slatah * pdm;
  }
}
