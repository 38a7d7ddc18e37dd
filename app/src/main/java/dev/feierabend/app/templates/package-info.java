/// Schedules that towns ask for most, ready to propose and easy to change.
@NullMarked
package dev.feierabend.app.templates;

import org.jspecify.annotations.NullMarked;
