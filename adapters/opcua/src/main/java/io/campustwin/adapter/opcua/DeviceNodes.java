package io.campustwin.adapter.opcua;

import io.campustwin.asset.Point;
import io.campustwin.asset.PointTemplate;
import io.campustwin.signal.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.core.ValueRank;
import org.eclipse.milo.opcua.sdk.server.nodes.UaFolderNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNodeContext;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;

/**
 * Builds the nodes of virtual devices: a folder each with the property {@code Simulated}, and in it a variable per point
 * with {@code EnumStrings} or {@code EngineeringUnits} (UNECE Recommendation 20 codes, as OPC UA Part 8 asks).
 */
final class DeviceNodes {
  private static final String UNECE = "http://www.opcfoundation.org/UA/units/un/cefact";
  private static final Map<String, String> UNECE_CODES = Map.ofEntries(
      Map.entry("°C", "CEL"),
      Map.entry("°F", "FAH"),
      Map.entry("K", "KEL"),
      Map.entry("%", "P1"),
      Map.entry("W", "WTT"),
      Map.entry("kW", "KWT"),
      Map.entry("kWh", "KWH"),
      Map.entry("Wh", "WHR"),
      Map.entry("V", "VLT"),
      Map.entry("A", "AMP"),
      Map.entry("m3", "MTQ"),
      Map.entry("m3/h", "MQH"),
      Map.entry("L", "LTR"),
      Map.entry("Pa", "PAL"),
      Map.entry("kPa", "KPA"),
      Map.entry("min", "MIN"),
      Map.entry("s", "SEC"),
      Map.entry("lx", "LUX"),
      Map.entry("ppm", "59"),
      Map.entry("m/s", "MTS"));

  private final UaNodeContext context;
  private final UShort namespace;

  DeviceNodes(UaNodeContext context, UShort namespace) {
    this.context = context;
    this.namespace = namespace;
  }

  UaFolderNode folder(String device) {
    UaFolderNode folder =
        new UaFolderNode(context, id(device), name(device), LocalizedText.english(device));
    context.getNodeManager().addNode(folder);
    folder.addReference(
        new Reference(id(device), NodeIds.Organizes, NodeIds.ObjectsFolder.expanded(), false));
    property(folder, device + NodeNames.SIMULATED, "Simulated", NodeIds.Boolean, Variant.of(true));
    return folder;
  }

  UaVariableNode variable(UaFolderNode folder, Point point, String identifier) {
    PointTemplate template = point.template();
    UaVariableNode node = UaVariableNode.builder(context)
        .setNodeId(id(identifier))
        .setBrowseName(name(identifier))
        .setDisplayName(LocalizedText.english(point.name().en()))
        .setDescription(new LocalizedText("zh-CN", point.name().zh()))
        .setDataType(NodeValues.dataType(template))
        .setValueRank(ValueRank.Scalar.getValue())
        .setTypeDefinition(NodeIds.BaseDataVariableType)
        .setAccessLevel(access(template))
        .setUserAccessLevel(access(template))
        .setMinimumSamplingInterval(0.0)
        .setValue(new DataValue(StatusCodes.Bad_WaitingForInitialData))
        .build();
    context.getNodeManager().addNode(node);
    folder.addOrganizes(node);
    if (template.type() == ValueType.ENUM) {
      enumStrings(node, identifier, template);
    } else if (template.type() == ValueType.NUMBER) {
      engineeringUnits(node, identifier, point.address().rawUnit());
    }
    return node;
  }

  private static Set<AccessLevel> access(PointTemplate template) {
    return template.writable() ? AccessLevel.READ_WRITE : AccessLevel.READ_ONLY;
  }

  private void enumStrings(UaVariableNode node, String identifier, PointTemplate template) {
    LocalizedText[] states =
        template.states().stream().map(LocalizedText::english).toArray(LocalizedText[]::new);
    UaVariableNode property = property(
        node,
        identifier + "#EnumStrings",
        "EnumStrings",
        NodeIds.LocalizedText,
        Variant.ofLocalizedTextArray(states));
    property.setValueRank(ValueRank.OneDimension.getValue());
  }

  private void engineeringUnits(UaVariableNode node, String identifier, String unit) {
    String code = UNECE_CODES.getOrDefault(unit, "");
    int number = code.isEmpty() ? -1 : 0;
    for (byte letter : code.getBytes(StandardCharsets.US_ASCII)) {
      number = number << 8 | letter;
    }
    EUInformation information =
        new EUInformation(UNECE, number, LocalizedText.english(unit), LocalizedText.english(unit));
    property(
        node,
        identifier + "#EngineeringUnits",
        "EngineeringUnits",
        NodeIds.EUInformation,
        Variant.ofStruct(information));
  }

  private UaVariableNode property(
      UaNode owner, String identifier, String browseName, NodeId dataType, Variant value) {
    UaVariableNode property = UaVariableNode.builder(context)
        .setNodeId(id(identifier))
        .setBrowseName(new QualifiedName(0, browseName))
        .setDisplayName(LocalizedText.english(browseName))
        .setDataType(dataType)
        .setTypeDefinition(NodeIds.PropertyType)
        .setAccessLevel(AccessLevel.READ_ONLY)
        .setUserAccessLevel(AccessLevel.READ_ONLY)
        .setValue(new DataValue(value))
        .build();
    context.getNodeManager().addNode(property);
    owner.addReference(new Reference(
        owner.getNodeId(), NodeIds.HasProperty, property.getNodeId().expanded(), true));
    return property;
  }

  NodeId id(String identifier) {
    return new NodeId(namespace, identifier);
  }

  private QualifiedName name(String text) {
    return new QualifiedName(namespace, text);
  }
}
