/// What a policy wants at an instant, and when that changes: pure functions of policy and time.
@NullMarked
package dev.feierabend.policies.evaluation;

import org.jspecify.annotations.NullMarked;
