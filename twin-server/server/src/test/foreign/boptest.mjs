// A controller as people write them for BOPTEST: selects a test case, runs two weeks with overrides, asks for the
// indicators, and integrates them itself from the recorded series. Usage: node boptest.mjs URL TESTCASE STEP
const [url, name, step] = [process.argv[2], process.argv[3], Number(process.argv[4])];
const WEEKS = 14 * 86400;

async function call(method, path, body) {
  const init = { method, headers: { 'Content-Type': 'application/json' } };
  const response = await fetch(`${url}/${path}`, body === undefined ? init : { ...init, body: JSON.stringify(body) });
  const answer = await response.json();
  if (response.status !== 200) throw new Error(`${method} ${path}: ${answer.message}`);
  return answer.payload === undefined ? answer : answer.payload;
}

const { testid } = await call('POST', `testcases/${name}/select`, {});
const facts = await call('GET', `testcases/${name}`);
const inputs = await call('GET', `inputs/${testid}`);
const measurements = await call('GET', `measurements/${testid}`);
await call('PUT', `step/${testid}`, { step });
await call('PUT', `scenario/${testid}`, { electricity_price: 'dynamic' });
const start = 60 * 86400; // a Monday of March
let y = await call('PUT', `initialize/${testid}`, { start_time: start, warmup_period: 86400 });
if (y.time !== start) throw new Error(`initialized to ${y.time}`);

// comfort limits, prices and emissions of the two weeks, at every minute
const zones = facts.zones;
const courses = ['PriceElectricPowerDynamic', 'EmissionsElectricPower', 'PriceDistrictHeatingPower', 'EmissionsDistrictHeatingPower'];
for (const zone of zones) courses.push(`LowerSetp[${zone}]`, `UpperSetp[${zone}]`, `UpperCO2[${zone}]`);
const limits = await call('PUT', `forecast/${testid}`, { point_names: courses, horizon: WEEKS, interval: 60 });

// warm rooms a little by day, lets them cool at night; every third step the schedules have their way
const setpoints = Object.keys(inputs).filter((key) => key.endsWith('zone_setpoint_u'));
let steps = 0;
while (y.time < start + WEEKS) {
  const u = {};
  const hour = ((y.time - start) / 3600) % 24;
  if (steps % 3 !== 2) {
    for (const key of setpoints) {
      u[key] = 273.15 + (hour >= 7 && hour < 17 ? 21 : 15);
      u[key.replace(/_u$/, '_activate')] = 1;
    }
  }
  y = await call('POST', `advance/${testid}`, u);
  steps++;
}

const kpis = facts.kpis;
const electric = kpis.ElectricPower ?? [];
const heat = kpis.DistrictHeatingPower ?? [];
const names = [...electric, ...heat, setpoints[0], setpoints[0].replace(/_u$/, '_activate')];
for (const zone of zones) names.push(kpis[`AirZoneTemperature[${zone}]`][0], kpis[`CO2Concentration[${zone}]`][0]);
const series = await call('PUT', `results/${testid}`, { point_names: names, start_time: start, final_time: start + WEEKS });
const time = series.time;

const integral = (value) => {
  let sum = 0;
  for (let i = 1; i < time.length; i++) sum += ((time[i] - time[i - 1]) * (value(i - 1) + value(i))) / 2;
  return sum;
};
if (time.some((t, i) => t !== limits.time[i])) throw new Error('recorded moments are not those of the forecast');

let tdis = 0;
let idis = 0;
for (const zone of zones) {
  const air = series[kpis[`AirZoneTemperature[${zone}]`][0]];
  const co2 = series[kpis[`CO2Concentration[${zone}]`][0]];
  tdis += integral((i) => Math.max(0, limits[`LowerSetp[${zone}]`][i] - air[i])) / 3600;
  tdis += integral((i) => Math.max(0, air[i] - limits[`UpperSetp[${zone}]`][i])) / 3600;
  idis += integral((i) => Math.max(0, co2[i] - limits[`UpperCO2[${zone}]`][i])) / 3600;
}
const power = (list, weight) =>
  list.reduce((sum, key) => sum + integral((i) => series[key][i] * weight(i)) / 3.6e6, 0) / facts.area;
const both = (left, right) => power(electric, left) + power(heat, right);
const peak = (list) => {
  if (list.length === 0) return null;
  const quarters = new Map();
  time.forEach((t, i) => {
    const key = Math.floor((t - time[0]) / 900);
    const kept = quarters.get(key) ?? [0, 0];
    quarters.set(key, [kept[0] + list.reduce((sum, one) => sum + series[one][i], 0), kept[1] + 1]);
  });
  return Math.max(...[...quarters.values()].map(([sum, count]) => sum / count)) / 1000 / facts.area;
};
const hand = {
  tdis_tot: tdis / zones.length,
  idis_tot: idis / zones.length,
  ener_tot: both(() => 1, () => 1),
  cost_tot: both((i) => limits.PriceElectricPowerDynamic[i], (i) => limits.PriceDistrictHeatingPower[i]),
  emis_tot: both((i) => limits.EmissionsElectricPower[i], (i) => limits.EmissionsDistrictHeatingPower[i]),
  pele_tot: peak(electric),
  pgas_tot: null,
  pdih_tot: peak(heat),
};
const kpi = await call('GET', `kpi/${testid}`);
const active = series[setpoints[0].replace(/_u$/, '_activate')];
const highest = series[setpoints[0]].filter((v, i) => active[i] === 1).reduce((a, b) => Math.max(a, b), 0);
await fetch(`${url}/stop/${testid}`, { method: 'PUT' });
console.log(JSON.stringify({ kpi, hand, steps, moments: time.length, highest, measurements: Object.keys(measurements).length }));
