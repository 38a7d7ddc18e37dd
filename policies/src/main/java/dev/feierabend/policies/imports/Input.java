package dev.feierabend.policies.imports;

/// A file of manifests as it was handed in; `file` names it in what is told about it.
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
public record Input(String file, byte[] bytes) {}
