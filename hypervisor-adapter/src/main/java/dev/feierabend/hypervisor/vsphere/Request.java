package dev.feierabend.hypervisor.vsphere;

import java.util.ArrayList;
import java.util.List;

/// A method to call, once it is known which objects the server offers.
interface Request {
  /// @param content the server's own objects, as `RetrieveServiceContent` names them
  Xml in(Xml content);

  /// One of an object that is known already.
  static Request of(String method, Ref self, Xml... arguments) {
    return _ -> method(method, self, arguments);
  }

  /// One of a manager that the server names.
  static Request of(String method, String manager, Xml... arguments) {
    return content ->
        method(method, content.at(manager).ref().orElse(new Ref(manager, manager)), arguments);
  }

  private static Xml method(String method, Ref self, Xml... arguments) {
    List<Xml> all = new ArrayList<>(List.of(Xml.of("_this", self)));
    all.addAll(List.of(arguments));
    return Xml.of(method, all);
  }
}
