/// German time: how a zone's local times become instants, and what a calendar of holidays is.
@NullMarked
package dev.feierabend.policies.calendar;

import org.jspecify.annotations.NullMarked;
