package dev.feierabend.policies.fleet;

import dev.feierabend.policies.terms.TenantId;

/// A customer, with the name that people read.
public record Tenant(TenantId id, String name) {}
