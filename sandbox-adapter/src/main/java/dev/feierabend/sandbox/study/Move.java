package dev.feierabend.sandbox.study;

/// A guest is to move to a host, from now on.
record Move(int guest, int to) {}
