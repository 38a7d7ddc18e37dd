package dev.feierabend.policies.fleet;

/// Who switches a host, and under which id that controller knows it.
public record Control(String controller, String system) {}
