/// vSphere, spoken to as it has been for fifteen years: SOAP over HTTPS. Hosts and guests, and the
/// standby of hosts that have no controller of their own.
@NullMarked
package dev.feierabend.hypervisor.vsphere;

import org.jspecify.annotations.NullMarked;
