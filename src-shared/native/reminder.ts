/**
 * When an item is shown once more before its deadline, in ms of server time; undefined when it is not: reminders are off,
 * there is no deadline, or it was shown so late that the first notification was the reminder.
 */
export function reminderAt(deadline: number | undefined, reminderMinutes: number, shownAt: number): number | undefined {
  if (deadline === undefined || reminderMinutes === 0) return undefined;
  const at = deadline - reminderMinutes * 60_000;
  return at > shownAt ? at : undefined;
}
