/// Where holidays come from: a library's data, and dated data of ours and of the operator's.
@NullMarked
package dev.feierabend.app.calendars;

import org.jspecify.annotations.NullMarked;
