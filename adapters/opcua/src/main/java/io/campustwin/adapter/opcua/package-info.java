/** OPC UA by Eclipse Milo: the client adapter and the virtual device server. */
@NullMarked
package io.campustwin.adapter.opcua;

import org.jspecify.annotations.NullMarked;
