/// Proxmox VE, spoken to as its own pages do: JSON over HTTPS. Nodes and guests of one cluster, and
/// the nodes' shutdown and waking where no controller does it better.
@NullMarked
package dev.feierabend.hypervisor.proxmox;

import org.jspecify.annotations.NullMarked;
