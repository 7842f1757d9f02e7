package io.campustwin.asset;

/**
 * Where a point lives in the field: one row of a device map.
 *
 * @param adapter protocol
 * @param device id of the network device (what falls silent as one), such as {@code BAC-A1}
 * @param address OPC UA: node id text {@code ns=..;s=..}; BACnet: {@code <device instance>/<object type>/<instance>};
 *     MQTT: topic
 * @param rawUnit unit on the wire; the adapter converts it to the point's unit once
 */
public record FieldAddress(AdapterKind adapter, String device, String address, String rawUnit) {}
