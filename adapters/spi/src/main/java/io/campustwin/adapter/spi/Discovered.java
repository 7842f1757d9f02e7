package io.campustwin.adapter.spi;

/**
 * One thing the field offers.
 *
 * @param device as the protocol names it
 * @param address in the form of {@code FieldAddress.address}
 * @param label the device's own description
 */
public record Discovered(String device, String address, String label) {}
