/** How long something takes, is left or ago, as briefly as a pill needs it. Numbers are whole. */
export const times = {
  expired: 'expired',
  /** `clock`: minutes and seconds, "4:12". */
  clockLeft: (clock: string) => `${clock} left`,
  minutesLeft: (n: number) => `${n} min left`,
  hoursLeft: (n: number) => `${n} h left`,
  daysLeft: (n: number) => `${n} d left`,
  now: 'now',
  seconds: (n: number) => `${n} s`,
  minutes: (n: number) => `${n} min`,
  hours: (n: number) => `${n} h`,
  days: (n: number) => `${n} d`,
};
