package dev.feierabend.policies.yaml;

/// One thing that is wrong: where it stands, what should stand there, and what does. A password
/// that somebody wrote into an address isn't repeated, for what is wrong is told in logs, too.
public record Complaint(Place at, String expected, String found) {
  private static final String USER_INFO = "//[^/@\\s]*@";

  public Complaint {
    found = found.replaceAll(USER_INFO, "//***@");
  }
}
