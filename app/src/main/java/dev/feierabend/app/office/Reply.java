package dev.feierabend.app.office;

/// What came back.
record Reply(int status, String body) {
  boolean good() {
    return status >= 200 && status < 300;
  }

  boolean failed() {
    return status >= 500;
  }
}
