/// Other schedulers' manifests as policies of ours, and what of them could not be carried over.
@NullMarked
package dev.feierabend.policies.imports;

import org.jspecify.annotations.NullMarked;
