/// When things happen: the timetable port, the rhythm of a day.
@NullMarked
package dev.feierabend.core.time;

import org.jspecify.annotations.NullMarked;
