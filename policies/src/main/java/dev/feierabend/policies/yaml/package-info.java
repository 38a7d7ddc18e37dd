/// YAML read with positions: typed shapes over nodes that collect every complaint at once.
@NullMarked
package dev.feierabend.policies.yaml;

import org.jspecify.annotations.NullMarked;
