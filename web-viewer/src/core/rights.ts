import type { Schema } from "./api/client.ts";
import type { Campus } from "./campus.ts";

type Session = Schema["Session"];

/** Why a control is not offered; the server decides in the end. */
export type Barrier = "role" | "building" | null;

/** Level of the priority array that a person's command takes unless they may and do choose another. */
export const MANUAL = 8;

/** What keeps a session from commanding a place or piece of equipment; null if nothing does. */
export function commandBarrier(session: Session | null, campus: Campus, place: string): Barrier {
  if (!session || session.strongestPriority > MANUAL) return "role";
  if (session.buildings.length === 0) return null;
  const space = campus.spaces.get(campus.equipment.get(place)?.space ?? place);
  const building = space?.building ?? (campus.buildings.has(place) ? place : null);
  return building && session.buildings.includes(building) ? null : "building";
}

/** True if a slot is held by a person, who may be asked, and not by a schedule, a linkage or the device itself. */
export function isPerson(owner: string): boolean {
  return (
    owner !== "device" &&
    owner !== "minimum" &&
    !owner.startsWith("schedule:") &&
    !owner.startsWith("linkage:")
  );
}

/** Operators, engineers and administrators answer alarms; each within their buildings. */
export function mayAcknowledge(session: Session | null): boolean {
  return session !== null && ["operator", "engineer", "admin"].includes(session.role);
}

export function mayReadAudit(session: Session | null): boolean {
  return session?.role === "admin" || session?.role === "evaluator";
}

export function mayManageUsers(session: Session | null): boolean {
  return session?.role === "admin";
}

/** Levels that a session may choose for a manual command, the usual one first. */
export function levelsOf(session: Session | null): readonly number[] {
  const strongest = session?.strongestPriority ?? 17;
  if (strongest >= MANUAL) return [MANUAL];
  const levels = [MANUAL];
  for (let level = strongest; level <= 16; level++) if (level !== MANUAL) levels.push(level);
  return levels;
}
