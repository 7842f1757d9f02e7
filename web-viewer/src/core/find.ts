import type { Campus, Place } from "./campus.ts";

/** How well a place fits; 0 for not at all. Names that begin with the text come before those that hold it. */
function score(place: { id: string; name: { zh: string; en: string } }, needle: string): number {
  const id = place.id.toLowerCase();
  const zh = place.name.zh.toLowerCase();
  const en = place.name.en.toLowerCase();
  if (id === needle || zh === needle || en === needle) return 4;
  if (id.startsWith(needle) || zh.startsWith(needle) || en.startsWith(needle)) return 3;
  if (zh.includes(needle) || en.includes(needle)) return 2;
  return id.includes(needle) ? 1 : 0;
}

/** Places and equipment by name in either language or by id: buildings, storeys, rooms, then equipment. */
export function findPlaces(campus: Campus, text: string, most: number): Place[] {
  const needle = text.trim().toLowerCase();
  if (!needle) return [];
  const { buildings, spaces, equipment } = campus.geometry;
  const ids = [
    ...buildings.map((building) => building.id),
    ...campus.storeys.keys(),
    ...spaces.map((space) => space.id),
    ...equipment.map((piece) => piece.id),
  ];
  return ids
    .flatMap((id, order) => {
      const place = campus.find(id);
      const fit = place ? score(place, needle) : 0;
      return place && fit > 0 ? [{ place, fit, order: order + (place.type === "equipment" ? 1e6 : 0) }] : [];
    })
    .sort((a, b) => b.fit - a.fit || a.order - b.order)
    .slice(0, most)
    .map(({ place }) => place);
}
