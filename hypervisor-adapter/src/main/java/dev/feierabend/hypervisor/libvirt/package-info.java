/// Hosts with KVM, each spoken to through libvirt's own library: there is no manager above them, so
/// this sees several as one.
@NullMarked
package dev.feierabend.hypervisor.libvirt;

import org.jspecify.annotations.NullMarked;
