@NullMarked
package dev.feierabend.app.evidence;

import org.jspecify.annotations.NullMarked;
