package dev.feierabend.console.api;

/// Something about a hypervisor that a person has to settle.
///
/// @param hypervisor by its name in the fleet document
/// @param kind `second-balancer`, `second-owner`, `no-room-reserved` or `ambiguous-id`
/// @param subject a cluster's name, or an id
/// @param sentence what it is and what settles it
public record ConflictView(String hypervisor, String kind, String subject, String sentence) {}
