package io.campustwin.adapter.opcua;

import io.campustwin.adapter.spi.Discovered;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.enumerated.NodeClass;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;

/** Lists the variables in the device folders below Objects, in the namespace of the devices. */
final class Browser {
  private final Connection connection;

  Browser(Connection connection) {
    this.connection = connection;
  }

  CompletableFuture<List<Discovered>> browse() {
    return children(NodeIds.ObjectsFolder).thenCompose(folders -> {
      CompletableFuture<List<Discovered>> all =
          CompletableFuture.completedFuture(new ArrayList<>());
      for (ReferenceDescription folder : folders) {
        if (folder.getNodeClass() == NodeClass.Object) {
          all = all.thenCombine(variables(folder), Browser::joined);
        }
      }
      return all;
    });
  }

  private CompletableFuture<List<Discovered>> variables(ReferenceDescription folder) {
    return children(new NodeId(connection.namespace(), identifier(folder)))
        .thenApply(children -> children.stream()
            .filter(child -> child.getNodeClass() == NodeClass.Variable)
            .filter(child -> !identifier(child).contains("#"))
            .map(child -> discovered(folder, child))
            .toList());
  }

  private static Discovered discovered(ReferenceDescription folder, ReferenceDescription child) {
    QualifiedName device = folder.getBrowseName();
    String label = child.getDisplayName().text();
    return new Discovered(
        String.valueOf(device.name()),
        NodeNames.PREFIX + identifier(child),
        label == null ? "" : label);
  }

  private CompletableFuture<List<ReferenceDescription>> children(NodeId node) {
    return connection.client().getAddressSpace().browseAsync(node).thenApply(found -> found.stream()
        .filter(child -> connection.namespace().equals(child.getNodeId().getNamespaceIndex()))
        .toList());
  }

  private static String identifier(ReferenceDescription reference) {
    return String.valueOf(reference.getNodeId().getIdentifier());
  }

  private static List<Discovered> joined(List<Discovered> one, List<Discovered> other) {
    List<Discovered> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
