package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Command;
import java.util.Arrays;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/// Where a command goes: to the aggregate named by its target, under the name of its slice's sealed
/// interface.
final class CommandRoute implements CommandTargetResolver {
  static CommandMessage<Command> message(Command command) {
    return new GenericCommandMessage<>(
        new GenericMessage<>(command), sliceOf(command.getClass()).getName());
  }

  private static Class<?> sliceOf(Class<?> type) {
    return interfaces(type)
        .filter(CommandRoute::extendsCommand)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("Expected a slice's command but found " + type));
  }

  private static boolean extendsCommand(Class<?> type) {
    return Arrays.asList(type.getInterfaces()).contains(Command.class);
  }

  private static Stream<Class<?>> interfaces(Class<?> type) {
    return Arrays.stream(type.getInterfaces())
        .flatMap(one -> Stream.concat(Stream.of(one), interfaces(one)));
  }

  @Override
  public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
    if (message.getPayload() instanceof Command command) {
      return new VersionedAggregateIdentifier((Object) command.target(), null);
    }
    throw new IllegalArgumentException("Expected a Command but found " + message.getPayloadType());
  }
}
