/** YAML, JSON and CSV as trees and rows that remember their lines, so that every fault can name its place. */
@NullMarked
package io.campustwin.codec.tree;

import org.jspecify.annotations.NullMarked;
