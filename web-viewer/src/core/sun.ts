/** Where the sun stands: azimuth in degrees clockwise from north, elevation in degrees above the horizon. */
export interface SunPlace {
  azimuth: number;
  elevation: number;
}

/** Row of the API's path: minute of the local day, azimuth, elevation. */
export type SunRow = readonly number[];

const DAY = 1_440;

/** Stands in until the path is there: a plain day with the sun in the south at noon. */
export function plainSun(minute: number): SunPlace {
  const turn = (minute / DAY) * 360;
  return { azimuth: turn, elevation: -55 * Math.cos((turn * Math.PI) / 180) };
}

/**
 * The sun between the rows of a path, straight from row to row, round midnight as well; azimuths go the short way
 * round north. An empty path gives {@link plainSun}.
 */
export function sunAt(path: readonly SunRow[], minute: number): SunPlace {
  const count = path.length;
  if (count === 0) return plainSun(minute);
  const wanted = ((minute % DAY) + DAY) % DAY;
  let after = path.findIndex(([at = 0]) => at > wanted);
  if (after < 0) after = count;
  const [fromMinute = 0, fromAzimuth = 0, fromElevation = 0] = path[(after - 1 + count) % count] ?? [];
  const [toMinute = 0, toAzimuth = 0, toElevation = 0] = path[after % count] ?? [];
  const span = (toMinute - fromMinute + DAY) % DAY || DAY;
  const part = ((wanted - fromMinute + DAY) % DAY) / span;
  const turn = ((((toAzimuth - fromAzimuth) % 360) + 540) % 360) - 180;
  return {
    azimuth: (((fromAzimuth + turn * part) % 360) + 360) % 360,
    elevation: fromElevation + (toElevation - fromElevation) * part,
  };
}

/** Minute of the day in a time zone (IANA name); an unknown zone counts as UTC. */
export function minuteOfDay(epochMillis: number, zone: string): number {
  const format = (timeZone: string): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  let text: string;
  try {
    text = format(zone).format(epochMillis);
  } catch {
    text = format("UTC").format(epochMillis);
  }
  return minuteOf(text) ?? 0;
}

/** "07:05" for 425. */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** 425 for "07:05"; undefined for what is no time of day. */
export function minuteOf(text: string): number | undefined {
  const [hours, minutes] = text.split(":").map(Number);
  if (hours === undefined || minutes === undefined || !(hours < 24 && minutes < 60)) return undefined;
  return hours * 60 + minutes;
}
