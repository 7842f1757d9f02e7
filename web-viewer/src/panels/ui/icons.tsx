import type { ComponentChildren, JSX } from "preact";

/** Icons on a 24 px grid, drawn in strokes of the text's colour. They say nothing to a screen reader: label the button. */
const ICONS = {
  alarm: <path d="M12 3 22 20H2zM12 10v4M12 17v.5" />,
  apart: <path d="M4 17l8 4 8-4M4 12l8-3 8 3M4 6l8-3 8 3-8 3z" />,
  arrowDown: <path d="M12 5v14M6 13l6 6 6-6" />,
  arrowLeft: <path d="M19 12H5M11 6l-6 6 6 6" />,
  arrowRight: <path d="M5 12h14M13 6l6 6-6 6" />,
  arrowUp: <path d="M12 19V5M6 11l6-6 6 6" />,
  building: <path d="M5 21V4h9v17M14 10h5v11M3 21h18M8 8h3M8 12h3M8 16h3" />,
  check: <path d="M4 12.5l5.5 5.5L20 6.5" />,
  chevronDown: <path d="M6 9l6 6 6-6" />,
  chevronRight: <path d="M9 6l6 6-6 6" />,
  close: <path d="M6 6l12 12M18 6 6 18" />,
  cube: <path d="M12 3l8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9" />,
  display: <path d="M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4" />,
  door: <path d="M6 21V4l9-1v18M4 21h16M15 6h3v15M11.500 12v1" />,
  fit: <path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5" />,
  help: (
    <path d="M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5v.5M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18" />
  ),
  home: <path d="M4 11l8-7 8 7M6 10v10h12V10M10 20v-6h4v6" />,
  layers: <path d="M12 4l9 5-9 5-9-5zM3 14l9 5 9-5" />,
  link: (
    <path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700L12 17" />
  ),
  list: <path d="M9 6h11M9 12h11M9 18h11M4 6h.5M4 12h.5M4 18h.5" />,
  minimap: <path d="M4 6l5-2 6 2 5-2v14l-5 2-6-2-5 2zM9 4v14M15 6v14" />,
  minus: <path d="M5 12h14" />,
  pin: (
    <path d="M12 21s7-6.500 7-11.500a7 7 0 0 0-14 0C5 14.500 12 21 12 21M12 7a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5" />
  ),
  plan: <path d="M4 4h16v16H4zM4 13h7M11 20v-4M11 4v5M15 13h5" />,
  plus: <path d="M5 12h14M12 5v14" />,
  route: (
    <path d="M6 17a2 2 0 1 0 0 4 2 2 0 0 0 0-4M18 3a2 2 0 1 0 0 4 2 2 0 0 0 0-4M8 19h7a3.500 3.500 0 0 0 0-7H9a3.500 3.500 0 0 1 0-7h7" />
  ),
  search: <path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 20 20" />,
  sun: (
    <path d="M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.7 1.7M17.3 17.3 19 19M19 5l-1.7 1.7M6.7 17.3 5 19" />
  ),
  table: <path d="M4 5h16v14H4zM4 10h16M10 10v9" />,
  target: <path d="M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10M12 2v5M12 17v5M2 12h5M17 12h5" />,
  tiltDown: <path d="M4 9c5 3 11 3 16 0M12 12v8M8 16l4 4 4-4" />,
  tiltUp: <path d="M4 15c5-3 11-3 16 0M12 12V4M8 8l4-4 4 4" />,
  tour: <path d="M5 21V4M5 4h13l-3 4.500 3 4.500H5" />,
  turnLeft: <path d="M4 4v6h6M4.5 10A8 8 0 1 1 5 16" />,
  turnRight: <path d="M20 4v6h-6M19.500 10A8 8 0 1 0 19 16" />,
  walk: (
    <path d="M13 2.500a1.700 1.700 0 1 0 0 3.400 1.700 1.700 0 0 0 0-3.400M8.500 11.500 10 8.500l3-.5 2 3 2.500 1M12 8l-1.500 5.500 3.500 3 1 5M10.500 13.500 9.500 17 7 21.500" />
  ),
  edit: <path d="M4 20h4L19 9l-4-4L4 16zM13 7l4 4" />,
  hand: (
    <path d="M8 12V5.500a1.500 1.500 0 0 1 3 0V11M11 11V4.500a1.500 1.500 0 0 1 3 0V11M14 11V6.500a1.500 1.500 0 0 1 3 0V14c0 4-2 7-6 7-3 0-4.500-2-6-5l-1.500-3a1.500 1.500 0 0 1 2.500-1.500L8 14" />
  ),
  mute: <path d="M4 9v6h4l5 4V5L8 9zM17 9l5 6M22 9l-5 6" />,
  sound: <path d="M4 9v6h4l5 4V5L8 9zM16.500 8.500a5 5 0 0 1 0 7M19 6a9 9 0 0 1 0 12" />,
  trend: <path d="M4 4v16h16M7 15l4-5 3 3 5-7" />,
  why: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v5M12 7.500v.5" />,
  copy: <path d="M9 9h11v11H9zM5 15H4V4h11v1" />,
  download: <path d="M12 4v11M7 10l5 5 5-5M4 20h16" />,
  pause: <path d="M8 5v14M16 5v14" />,
  play: <path d="M7 4.5v15l12-7.5z" />,
  print: <path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z" />,
  queue: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3.5 2" />,
  stepBack: <path d="M17 6l-8 6 8 6zM6 6v12" />,
  stepForward: <path d="M7 6l8 6-8 6zM18 6v12" />,
  skipBack: <path d="M12 6l-8 6 8 6zM20 6l-8 6 8 6z" />,
  skipForward: <path d="M12 6l8 6-8 6zM4 6l8 6-8 6z" />,
  trash: <path d="M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5" />,
  question: <path d="M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5v.5" />,
  half: <path d="M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16" />,
  flag: <path d="M6 21V4h12l-3 4 3 4H6" />,
  people: (
    <path d="M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M3 20c0-4 3-6 6-6s6 2 6 6M16 6a3 3 0 0 1 0 5.5M18 14.5c2 .8 3 2.7 3 5.5" />
  ),
} satisfies Record<string, ComponentChildren>;

export type IconName = keyof typeof ICONS;

/** One icon; `size` in px. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }): JSX.Element {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {ICONS[name]}
    </svg>
  );
}
