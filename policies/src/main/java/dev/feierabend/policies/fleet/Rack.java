package dev.feierabend.policies.fleet;

/// A rack and the electric feed that it hangs on.
public record Rack(String name, String feed) {}
