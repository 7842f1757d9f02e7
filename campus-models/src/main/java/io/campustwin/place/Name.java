package io.campustwin.place;

/** A name in both languages of the product. */
public record Name(String zh, String en) {}
