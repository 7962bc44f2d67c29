/** How many schedules the model tests run together, unless `ATP_TEST_SCHEDULES` asks for more. */
const usual = 10_000;

/** A test's share of the schedules, in percent. `asked` is the environment variable as it is. */
export function shareOfSchedules(percent: number, asked: string | undefined): number {
  const all = Number(asked);
  return Math.ceil(((Number.isInteger(all) && all > 0 ? all : usual) * percent) / 100);
}
