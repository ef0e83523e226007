/** A handset and what was said, line by line: what the list will hold. */
export function CallsDrawing() {
  return (
    <svg viewBox="0 0 200 120" aria-hidden="true" className="w-44">
      <rect
        x="20"
        y="16"
        width="160"
        height="40"
        rx="8"
        className="fill-surface stroke-edge"
        strokeWidth="1.5"
      />
      <circle cx="44" cy="36" r="11" className="fill-live/15" />
      <path
        d="M39 32c0 6 4 10 9 10l1.500-3-3-2-1.500 1.200c-1.300-.7-2.300-1.700-3-3l1.200-1.500-2-3Z"
        className="fill-live"
      />
      <rect x="64" y="26" width="60" height="7" rx="3.5" className="fill-edge" />
      <rect x="64" y="40" width="88" height="6" rx="3" className="fill-border" />
      <rect x="36" y="68" width="92" height="14" rx="7" className="fill-sunken" />
      <rect x="84" y="88" width="92" height="14" rx="7" className="fill-receptionist/20" />
    </svg>
  );
}
