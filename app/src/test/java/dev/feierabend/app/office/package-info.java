@NullMarked
package dev.feierabend.app.office;

import org.jspecify.annotations.NullMarked;
