/** Stroke drawings on a 16 × 16 grid. Decoration only: what they mean is always said in words beside them. */
const paths = {
  archive: 'M2 3.5h12v3H2zM3 6.5v6h10v-6M6.5 9h3',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  'chevron-down': 'M4 6l4 4 4-4',
  'chevron-left': 'M10 4L6 8l4 4',
  'chevron-right': 'M6 4l4 4-4 4',
  clock: 'M8 14A6 6 0 108 2a6 6 0 000 12zM8 4.8V8l2.2 1.6',
  close: 'M4 4l8 8M12 4l-8 8',
  coin: 'M8 14A6 6 0 108 2a6 6 0 000 12zM9.8 6.2c-.4-.6-1-.9-1.8-.9-1 0-1.8.5-1.8 1.3 0 1.9 3.7.8 3.7 2.7 0 .9-.9 1.4-1.9 1.4-.9 0-1.6-.4-2-1.1M8 4.2v7.6',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  cloud: 'M4.6 12.5a3 3 0 01-.3-6 3.9 3.9 0 017.5.6 2.7 2.7 0 01-.3 5.4zM8 7v2.4M8 11.1v.1',
  download: 'M8 2.5v7M5 7l3 3 3-3M3 13h10',
  external: 'M9 3h4v4M13 3L7.5 8.5M11 9v4H3V5h4',
  eye: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM8 9.8a1.8 1.8 0 100-3.6 1.8 1.8 0 000 3.6z',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  flask: 'M6.3 2h3.4M7 2v4L3.4 12.6A1 1 0 004.3 14h7.4a1 1 0 00.9-1.4L9 6V2M5 10h6',
  history: 'M2.6 8a5.5 5.5 0 105.5-5.5c-2 0-3.6 1-4.6 2.5M3 2.5V5h2.6M8 5v3.2l2 1.4',
  inbox: 'M2 9.5L4 3h8l2 6.5V13H2zM2 9.5h3.5l1 1.7h3l1-1.7H14',
  info: 'M8 14A6 6 0 108 2a6 6 0 000 12zM8 7.3v3.5M8 5.2v.1',
  keyboard: 'M1.5 4h13v8h-13zM4 6.5h.1M6.7 6.5h.1M9.3 6.5h.1M12 6.5h.1M5 9.5h6',
  link: 'M6.6 9.4l2.8-2.8M7 4.6l1.5-1.5a3 3 0 014.3 4.3L11.3 9M9 11.4l-1.5 1.5a3 3 0 01-4.3-4.3L4.7 7',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  minus: 'M4 8h8',
  moon: 'M13 9.6A5.6 5.6 0 016.4 3 5.6 5.6 0 1013 9.6z',
  people:
    'M6 7.6a2.4 2.4 0 100-4.8 2.4 2.4 0 000 4.8zM1.8 13c0-2.4 1.8-3.9 4.2-3.9s4.2 1.5 4.2 3.9M10.4 3.1a2.4 2.4 0 010 4.2M11.9 9.5c1.4.6 2.3 1.8 2.3 3.5',
  pin: 'M9.4 2.2l4.4 4.4-2.4 1-2.6 2.6-.4 3L3 7.8l3-.4 2.6-2.6zM5.7 10.3L2.6 13.4',
  plus: 'M8 4v8M4 8h8',
  refresh: 'M13 8a5 5 0 11-1.5-3.6M13.2 2.2v2.6h-2.6',
  search: 'M7 11.6a4.6 4.6 0 100-9.2 4.6 4.6 0 000 9.2zM10.4 10.4L14 14',
  send: 'M2.5 8L13.5 3l-3 10.5-3-4zM7.5 9.5l3-3',
  server: 'M2.5 3h11v4h-11zM2.5 9h11v4h-11zM5 5h.1M5 11h.1',
  settings:
    'M8 10.2a2.2 2.2 0 100-4.4 2.2 2.2 0 000 4.4zM8 1.8v1.7M8 12.5v1.7M1.8 8h1.7M12.5 8h1.7M3.6 3.6l1.2 1.2M11.2 11.2l1.2 1.2M12.4 3.6l-1.2 1.2M4.8 11.2l-1.2 1.2',
  shield: 'M8 1.8l5 2v4c0 3-2.1 5.2-5 6.4-2.9-1.2-5-3.4-5-6.4v-4zM5.8 8l1.6 1.6 2.9-3',
  snooze: 'M8.2 14A5.6 5.6 0 108.2 2.8 5.6 5.6 0 008.2 14zM6.3 6.4h3.8l-3.8 4h3.8M2 4.2l2.2-2M14.4 4.2l-2.2-2',
  trash: 'M3 4.5h10M6.3 4.5V2.8h3.4v1.7M4.2 4.5l.6 9h6.4l.6-9M6.7 7v4M9.3 7v4',
  undo: 'M3 6.5h6.5a3.5 3.5 0 010 7H6M5.5 3.5l-3 3 3 3',
  warning: 'M8 2l6.4 11.5H1.6zM8 6.4v3.2M8 11.5v.1',
} as const;

export type IconName = keyof typeof paths;

export function Icon({
  name,
  size = 16,
  className,
}: {
  name: IconName;
  size?: number;
  className?: string | undefined;
}) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
