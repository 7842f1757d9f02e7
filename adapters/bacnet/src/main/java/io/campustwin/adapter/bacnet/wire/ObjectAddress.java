// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet.wire;

import com.serotonin.bacnet4j.type.enumerated.ObjectType;
import com.serotonin.bacnet4j.type.primitive.ObjectIdentifier;
import java.util.Map;
import java.util.Optional;

/**
 * A point's place on a BACnet network: {@code <device instance>/<object type>/<object instance>}, such as
 * {@code 1101/binary-output/3}.
 *
 * @param instance of the device, 0 to 4194302
 * @param object its object
 */
public record ObjectAddress(int instance, ObjectIdentifier object) {
  private static final int LAST_INSTANCE = 4_194_302;
  private static final Map<String, ObjectType> TYPES = Map.ofEntries(
      Map.entry("analog-input", ObjectType.analogInput),
      Map.entry("analog-output", ObjectType.analogOutput),
      Map.entry("analog-value", ObjectType.analogValue),
      Map.entry("binary-input", ObjectType.binaryInput),
      Map.entry("binary-output", ObjectType.binaryOutput),
      Map.entry("binary-value", ObjectType.binaryValue),
      Map.entry("multi-state-input", ObjectType.multiStateInput),
      Map.entry("multi-state-output", ObjectType.multiStateOutput),
      Map.entry("multi-state-value", ObjectType.multiStateValue),
      Map.entry("characterstring-value", ObjectType.characterstringValue));

  /** Empty if the text is not such an address. */
  public static Optional<ObjectAddress> parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 3 || !TYPES.containsKey(parts[1])) {
      return Optional.empty();
    }
    try {
      int instance = Integer.parseInt(parts[0]);
      int number = Integer.parseInt(parts[2]);
      boolean inside =
          instance >= 0 && instance <= LAST_INSTANCE && number >= 0 && number <= LAST_INSTANCE;
      return inside
          ? Optional.of(
              new ObjectAddress(instance, new ObjectIdentifier(TYPES.get(parts[1]), number)))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** In the form that {@link #parse} reads. */
  public static String text(int instance, ObjectIdentifier object) {
    String type = object.getObjectType().toString();
    for (Map.Entry<String, ObjectType> entry : TYPES.entrySet()) {
      if (entry.getValue().equals(object.getObjectType())) {
        type = entry.getKey();
      }
    }
    return instance + "/" + type + "/" + object.getInstanceNumber();
  }

  /** True for the types that keep a priority array on our devices and on most others. */
  public boolean isCommandable() {
    return isOutput(object.getObjectType()) || isValue(object.getObjectType());
  }

  public static boolean isOutput(ObjectType type) {
    return type.isOneOf(
        ObjectType.analogOutput, ObjectType.binaryOutput, ObjectType.multiStateOutput);
  }

  public static boolean isValue(ObjectType type) {
    return type.isOneOf(
        ObjectType.analogValue,
        ObjectType.binaryValue,
        ObjectType.multiStateValue,
        ObjectType.characterstringValue);
  }
}
