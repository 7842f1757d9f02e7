/** A point in local metres. */
interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/**
 * A flat band along a line that lies level across its way: positions (x, y, z) of two corners a point and the indices
 * of its triangles. Points in the same place are left out.
 *
 * @param width m
 * @param lift m over the line, so that it does not flicker with the floor
 */
export function ribbon(
  line: readonly Point[],
  width: number,
  lift: number,
): { positions: Float32Array; indices: Uint32Array } {
  const points = line.filter((point, i) => i === 0 || apart(point, line[i - 1]) > 0.01);
  const positions: number[] = [];
  const indices: number[] = [];
  points.forEach((point, i) => {
    const before = points[i - 1] ?? point;
    const after = points[i + 1] ?? point;
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
    const x = (-(after.y - before.y) / length) * (width / 2);
    const y = ((after.x - before.x) / length) * (width / 2);
    const z = point.z + lift;
    positions.push(point.x + x, point.y + y, z, point.x - x, point.y - y, z);
    if (i > 0) indices.push(2 * i - 2, 2 * i - 1, 2 * i, 2 * i, 2 * i - 1, 2 * i + 1);
  });
  return { positions: new Float32Array(positions), indices: new Uint32Array(indices) };
}

function apart(a: Point, b: Point | undefined): number {
  return b ? Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z) : Infinity;
}
