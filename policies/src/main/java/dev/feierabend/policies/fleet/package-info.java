/// The fleet as its operator writes it: who owns what, and which machines stand where.
@NullMarked
package dev.feierabend.policies.fleet;

import org.jspecify.annotations.NullMarked;
