/// Power controllers that speak IPMI 2.0 over LAN (RMCP+), by way of `ipmitool`, which must be
/// installed.
@NullMarked
package dev.feierabend.hypervisor.ipmi;

import org.jspecify.annotations.NullMarked;
