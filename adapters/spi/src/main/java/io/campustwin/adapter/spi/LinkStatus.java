package io.campustwin.adapter.spi;

import io.campustwin.asset.AdapterKind;

/**
 * State of an adapter's link, or of one device behind it.
 *
 * @param device id as in the device map; empty for the link as a whole
 * @param since epoch milliseconds
 * @param detail for people: the last error, or empty
 */
public record LinkStatus(
    AdapterKind adapter, String device, LinkState state, long since, String detail) {}
