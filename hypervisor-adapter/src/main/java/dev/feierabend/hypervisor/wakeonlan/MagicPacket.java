package dev.feierabend.hypervisor.wakeonlan;

import java.nio.ByteBuffer;

/// What wakes a network card: six bytes of ones and its address sixteen times (AMD, Magic Packet
/// Technology, publication 20213, 1995). It has no answer.
///
/// @param to whom it wakes
public record MagicPacket(MacAddress to) {
  private static final int TIMES = 16;

  public byte[] bytes() {
    var packet = ByteBuffer.allocate((1 + TIMES) * MacAddress.BYTES);
    for (int i = 0; i < MacAddress.BYTES; i++) {
      packet.put((byte) 0xff);
    }
    for (int i = 0; i < TIMES; i++) {
      packet.put(to.bytes());
    }
    return packet.array();
  }
}
