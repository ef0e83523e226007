/** Three cards, the first one marked: what the list will look like. */
export function LeadsDrawing() {
  return (
    <svg viewBox="0 0 200 120" aria-hidden="true" className="w-44">
      <rect x="30" y="66" width="140" height="40" rx="8" className="fill-sunken" />
      <rect x="20" y="42" width="160" height="44" rx="8" className="fill-surface stroke-border" />
      <rect
        x="8"
        y="12"
        width="184"
        height="52"
        rx="8"
        className="fill-surface stroke-edge"
        strokeWidth="1.5"
      />
      <circle cx="34" cy="38" r="12" className="fill-accent/15" />
      <path
        d="m34 30 2.3 5.2 5.7.5-4.3 3.8 1.3 5.6-5-3-5 3 1.3-5.6-4.3-3.8 5.7-.5Z"
        className="fill-accent"
      />
      <rect x="56" y="28" width="66" height="7" rx="3.5" className="fill-edge" />
      <rect x="56" y="42" width="96" height="6" rx="3" className="fill-border" />
      <circle cx="176" cy="38" r="4" className="fill-live" />
    </svg>
  );
}
