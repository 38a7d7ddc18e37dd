package dev.feierabend.core.acting;

import java.util.Set;

/// What a controller can do for one machine. That it can't do something is known before it is
/// asked, as a value.
public sealed interface PowerOffer {
  PowerOffer NOTHING = new Known(Set.of());

  /// What every switch does that shows its state.
  PowerOffer SWITCHES =
      new Known(Set.of(PowerCapability.STATE, PowerCapability.ON, PowerCapability.SOFT_OFF));

  /// True only where it is known to be offered.
  boolean includes(PowerCapability capability);

  /// It said so, or can't be otherwise.
  record Known(Set<PowerCapability> capabilities) implements PowerOffer {
    public Known {
      capabilities = Set.copyOf(capabilities);
    }

    @Override
    public boolean includes(PowerCapability capability) {
      return capabilities.contains(capability);
    }
  }

  /// It can't be asked now.
  record Unknown(String because) implements PowerOffer {
    @Override
    public boolean includes(PowerCapability capability) {
      return false;
    }
  }
}
