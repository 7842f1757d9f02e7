/** Tests of the edge link. */
package io.campustwin.adapter.link;
