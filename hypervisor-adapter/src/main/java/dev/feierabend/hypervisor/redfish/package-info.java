/// Power controllers that speak DMTF Redfish: the boards inside servers that stay awake when the
/// servers don't.
@NullMarked
package dev.feierabend.hypervisor.redfish;

import org.jspecify.annotations.NullMarked;
