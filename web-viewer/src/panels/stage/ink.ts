const DARK = "#14181b";
const BRIGHT = "#ffffff";

/** Type colour that can be read on a colour `#rrggbb`: the better of dark and bright, at least 4.5:1. */
export function inkOn(color: string): string {
  const bits = Number.parseInt(color.slice(1), 16);
  const [r = 0, g = 0, b = 0] = [bits >> 16, bits >> 8, bits].map((part) => {
    const x = (part & 255) / 255;
    return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.183 ? DARK : BRIGHT;
}
