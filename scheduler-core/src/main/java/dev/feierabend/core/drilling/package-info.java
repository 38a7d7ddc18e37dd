/// Whether hosts wake: what people allow and want of their drills, and how those ended.
@NullMarked
package dev.feierabend.core.drilling;

import org.jspecify.annotations.NullMarked;
