package dev.feierabend.app.witness;

/// An answer over HTTP.
///
/// @param body ends in a line's end
record Reply(int status, String type, String body) {
  private static final String TEXT = "text/plain; charset=utf-8";

  static Reply text(int status, String line) {
    return new Reply(status, TEXT, line + "\n");
  }

  /// The size that was seen is another one.
  static Reply size(long seen) {
    return new Reply(409, "text/x.tlog.size", seen + "\n");
  }
}
