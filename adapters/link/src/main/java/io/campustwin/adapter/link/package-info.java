/** The edge link: an adapter, or virtual devices, living in another process and spoken to over MQTT 5. */
@NullMarked
package io.campustwin.adapter.link;

import org.jspecify.annotations.NullMarked;
