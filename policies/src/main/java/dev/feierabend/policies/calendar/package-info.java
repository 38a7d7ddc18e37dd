/// The only room that knows how a zone's local times become instants.
@NullMarked
package dev.feierabend.policies.calendar;

import org.jspecify.annotations.NullMarked;
