/** MQTT 5: the embedded broker, the adapter towards devices, and virtual devices on the wire. */
@NullMarked
package io.campustwin.adapter.mqtt;

import org.jspecify.annotations.NullMarked;
