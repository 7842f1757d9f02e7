// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet.client;

/**
 * How the adapter paces itself.
 *
 * @param pollMillis between two full reads of a device: the longest a point goes without a report
 * @param heartbeatMillis without a word after which a device is asked for a sign of life
 * @param retryMillis between two tries to reach a silent device
 * @param timeoutMillis for the answer to one request; requests are never sent again by the stack
 * @param covLifetimeSeconds of a subscription; renewed at half of it
 */
public record BacnetTiming(
    long pollMillis,
    long heartbeatMillis,
    long retryMillis,
    int timeoutMillis,
    int covLifetimeSeconds) {
  public static final BacnetTiming DEFAULT = new BacnetTiming(15_000, 5_000, 1_000, 2_000, 600);
}
