/// A hypervisor as a place of the fleet: its hosts and guests as the core sees them, and what the
/// core asks for as the hypervisor does it.
@NullMarked
package dev.feierabend.hypervisor.centre;

import org.jspecify.annotations.NullMarked;
